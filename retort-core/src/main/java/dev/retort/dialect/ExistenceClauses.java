package dev.retort.dialect;

import dev.retort.dialect.Executable.Conditional;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Existence;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes executables depend on what is in the database, and writes that as {@code IF EXISTS} or {@code IF NOT EXISTS} in a script. */
final class ExistenceClauses {

    private static final String ALTER = "ALTER TABLE ";

    /** Where indexes belong to their tables. */
    private static final Pattern DROP_INDEX = Pattern.compile("^DROP INDEX (.*) ON (.*)$");

    private ExistenceClauses() {}

    /**
     * A part of an operation that depends on what that part itself is about; a comment on something new depends on nothing.
     *
     * @param whole the operation
     */
    static Conditional conditional(Existence condition, Operation whole, Executable part, ObjectCompiler ddl) {
        List<SchemaChange.Part> own = part.operation().change().parts();
        boolean suits = !own.isEmpty() && own.stream().allMatch(each -> each.suits(condition));
        List<SchemaChange.Part> parts = suits
                ? own
                : condition == Existence.MISSING ? List.of() : whole.change().parts();
        return new Conditional(condition, parts, part, suits ? scripted(condition, part, ddl) : unasked(parts, part));
    }

    private static @Nullable SqlStatement unasked(List<SchemaChange.Part> parts, Executable part) {
        return parts.isEmpty() && part instanceof SqlStatement statement ? statement : null;
    }

    private static @Nullable SqlStatement scripted(Existence condition, Executable part, ObjectCompiler ddl) {
        if (!(part instanceof SqlStatement statement) || !ddl.hasExistenceClause(part.operation())) {
            return null;
        }
        String keyword = keyword(part.operation(), statement.sql(), ddl);
        int place = keyword == null ? -1 : statement.sql().indexOf(keyword);
        if (keyword == null || place < 0) {
            return null;
        }
        int after = place + keyword.length();
        String clause = condition == Existence.MISSING ? "IF NOT EXISTS " : "IF EXISTS ";
        String sql =
                statement.sql().substring(0, after) + clause + statement.sql().substring(after);
        return statement.saying(condition == Existence.PRESENT ? ofTableThatMayBeMissing(sql) : sql);
    }

    /** What a missing table would have is missing, too. */
    private static String ofTableThatMayBeMissing(String sql) {
        String alteration = DROP_INDEX.matcher(sql).replaceFirst(ALTER + "$2 DROP INDEX $1");
        return alteration.startsWith(ALTER) ? ALTER + "IF EXISTS " + alteration.substring(ALTER.length()) : alteration;
    }

    /** The keyword after which the clause stands. */
    private static @Nullable String keyword(Operation operation, String sql, ObjectCompiler ddl) {
        if (operation instanceof CreateTable || operation instanceof DropTable) {
            return "TABLE ";
        }
        if (operation instanceof CreateIndex || operation instanceof DropIndex) {
            return sql.contains(" INDEX CONCURRENTLY ") ? " INDEX CONCURRENTLY " : " INDEX ";
        }
        if (operation instanceof CreateSequence || operation instanceof DropSequence) {
            return "SEQUENCE ";
        }
        if (operation instanceof AddColumn) {
            return " ADD COLUMN ";
        }
        if (operation instanceof DropColumn) {
            return " DROP COLUMN ";
        }
        if (operation instanceof AddConstraint) {
            return " ADD CONSTRAINT ";
        }
        if (operation instanceof DropConstraint) {
            return " DROP CONSTRAINT ";
        }
        if (operation instanceof CreateObject create) {
            return ddl.keywords(create.object().kind()) + " ";
        }
        return operation instanceof DropObject drop ? ddl.keywords(drop.object().kind()) + " " : null;
    }
}
