package dev.retort.benchmarks.program;

import java.io.OutputStream;
import liquibase.command.CommandScope;
import liquibase.command.core.DiffCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ReferenceDbUrlConnectionCommandStep;
import liquibase.diff.DiffResult;

/** Liquibase comparing a database with itself, which it reads twice. */
public final class LiquibaseDiffProgram {

    private LiquibaseDiffProgram() {}

    /**
     * Compares.
     *
     * @param arguments the JDBC address
     */
    public static void main(String[] arguments) throws Exception {
        WorkTime time = WorkTime.start();
        DiffResult result = new CommandScope(DiffCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.URL_ARG, arguments[0])
                .addArgumentValue(ReferenceDbUrlConnectionCommandStep.REFERENCE_URL_ARG, arguments[0])
                .setOutput(OutputStream.nullOutputStream())
                .execute()
                .getResult(DiffCommandStep.DIFF_RESULT);
        if (!result.areEqual()) {
            throw new IllegalStateException("A database differs from itself.");
        }
        time.print();
    }
}
