package dev.retort.benchmarks;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.unique;

import dev.retort.benchmarks.program.SampleSchema;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Executable;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes statements of many operations, in this process, again and again. The first times are left out, as in {@link PlanningBenchmark}. */
final class CompilingBenchmark {

    private static final int WARM_UP = 20;
    private static final int MEASURED = 21;

    private final List<Operation> operations;
    private final DdlCompiler ddl = Dialects.loadedFrom(CompilingBenchmark.class.getClassLoader())
            .named("postgresql")
            .ddl();

    /** The operations: each table is created and then changed in seven ways. */
    CompilingBenchmark(int size) {
        List<Operation> all = new ArrayList<>();
        for (Table table : SampleSchema.of(size / 8)) {
            QualifiedName name = table.name();
            all.add(new CreateTable(table));
            all.add(new AddColumn(name, column("town", varchar(80)).notNull().defaultsTo("it's far")));
            all.add(new AlterColumn(name, "title", List.of(new ColumnChange.Type(varchar(300))), null));
            all.add(new RenameColumn(name, "note", "remark"));
            all.add(new AddConstraint(name, unique("uq_" + name.name() + "_title", "title", "town")));
            all.add(new AddConstraint(name, check("ck_" + name.name() + "_town", "town <> ''")));
            all.add(new CreateIndex(name, index("ix_" + name.name() + "_town", "town")));
            all.add(new DropColumn(name, "kind", null));
        }
        this.operations = all;
    }

    void run(Results results) {
        for (int i = 0; i < WARM_UP; i++) {
            compile();
        }
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            compile();
            results.add(Work.compiling(operations.size()), Results.RETORT, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void compile() {
        int statements = 0;
        for (Operation operation : operations) {
            for (Executable executable : ddl.compile(operation)) {
                statements += executable.statements().orElseThrow().size();
            }
        }
        if (statements < operations.size()) {
            throw new IllegalStateException(operations.size() + " operations gave " + statements + " statements");
        }
    }
}
