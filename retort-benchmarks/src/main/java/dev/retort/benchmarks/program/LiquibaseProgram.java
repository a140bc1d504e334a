package dev.retort.benchmarks.program;

import java.nio.file.Path;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.resource.DirectoryResourceAccessor;

/** Liquibase with its default settings. */
public final class LiquibaseProgram {

    private LiquibaseProgram() {}

    /**
     * Updates.
     *
     * @param arguments the JDBC address, the directory of the files, and the change log in it
     */
    public static void main(String[] arguments) throws Exception {
        Scope.child(
                Scope.Attr.resourceAccessor,
                new DirectoryResourceAccessor(Path.of(arguments[1])),
                () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.URL_ARG, arguments[0])
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, arguments[2])
                        .execute());
    }
}
