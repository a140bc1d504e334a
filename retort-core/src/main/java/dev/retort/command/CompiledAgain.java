package dev.retort.command;

import dev.retort.dialect.Executable;
import dev.retort.operation.Operation;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** The executables of the statements of a large file: each statement is compiled again when it is asked for, and is one executable. */
final class CompiledAgain extends AbstractList<Executable> {

    private final List<Operation> operations;
    private final Function<Operation, List<Executable>> compiler;

    CompiledAgain(List<Operation> operations, Function<Operation, List<Executable>> compiler) {
        this.operations = operations;
        this.compiler = compiler;
    }

    @Override
    public int size() {
        return operations.size();
    }

    @Override
    public Executable get(int index) {
        List<Executable> compiled = compiler.apply(operations.get(index));
        if (compiled.size() != 1) {
            throw new IllegalStateException("A written statement is one executable, not " + compiled.size());
        }
        return compiled.get(0);
    }
}
