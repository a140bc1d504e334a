package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.TableSource.Clause;
import dev.retort.dialect.sqlite.TableSource.ClauseKind;
import dev.retort.dialect.sqlite.TableSource.Element;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A constraint in the text of a table.
 *
 * @param clause its text
 * @param constraint what it says
 */
record WrittenConstraint(Clause clause, Constraint constraint) {

    /**
     * The constraints of a table, in the order of its text.
     *
     * @param found the table as the catalog has it, which knows what a foreign key refers to that names no columns
     */
    static List<WrittenConstraint> in(TableSource source, Table found) {
        List<WrittenConstraint> constraints = new ArrayList<>();
        for (Element element : source.elements()) {
            List<Clause> clauses = element.clauses();
            for (int i = 0; i < clauses.size(); i++) {
                Clause clause = clauses.get(i);
                Clause deferral = deferral(clause, clauses.subList(i + 1, clauses.size()));
                read(element.column(), clause, deferral.tokens(), found)
                        .ifPresent(constraint -> constraints.add(new WrittenConstraint(clause, constraint)));
            }
        }
        return constraints;
    }

    /** The clause that says when a foreign key is checked: its own, or one behind it. */
    private static Clause deferral(Clause key, List<Clause> behind) {
        return behind.stream()
                .takeWhile(clause -> clause.kind() != ClauseKind.REFERENCES)
                .filter(clause -> clause.kind() == ClauseKind.DEFERRABLE)
                .reduce(key, (one, last) -> last);
    }

    private static Optional<Constraint> read(@Nullable String column, Clause clause, SqlTokens deferral, Table found) {
        SqlTokens tokens = clause.tokens();
        return switch (clause.kind()) {
            case PRIMARY_KEY ->
                Optional.of(PrimaryKey.of(clause.name(), TableText.columns(column, tokens.part(1, tokens.size()))));
            case UNIQUE -> Optional.of(UniqueConstraint.of(clause.name(), TableText.columns(column, tokens)));
            case CHECK -> Optional.of(CheckConstraint.of(clause.name(), clause.parenthesised()));
            case REFERENCES ->
                Optional.of(foreignKey(column, clause, found).deferrability(TableText.deferrability(deferral)));
            case NOT_NULL, NULL, DEFAULT, COLLATE, GENERATED, DEFERRABLE, OTHER -> Optional.empty();
        };
    }

    private static ForeignKey foreignKey(@Nullable String column, Clause clause, Table found) {
        SqlTokens tokens = clause.tokens();
        int at = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).is("references"))
                .findFirst()
                .orElse(0);
        List<String> columns = TableText.columns(column, tokens.part(Math.min(1, at), at));
        QualifiedName referred = QualifiedName.of(tokens.get(at + 1).name());
        List<String> referredColumns = TableText.columns(null, tokens.part(at + 1, tokens.size()));
        ForeignKey key = ForeignKey.of(
                clause.name(),
                columns,
                referred,
                referredColumns.isEmpty() ? implied(columns, referred, found) : referredColumns);
        return key.onDelete(action(tokens, "delete")).onUpdate(action(tokens, "update"));
    }

    private static List<String> implied(List<String> columns, QualifiedName referred, Table found) {
        return found.foreignKeys().stream()
                .filter(key -> SqliteIdentifiers.same(key.referredTable().name(), referred.name())
                        && sameNames(key.columns(), columns))
                .map(ForeignKey::referredColumns)
                .findFirst()
                .orElse(columns);
    }

    private static ReferentialAction action(SqlTokens tokens, String event) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("on") && tokens.get(i + 1).is(event)) {
                SqlTokens rest = tokens.part(i + 2, tokens.size());
                return Arrays.stream(ReferentialAction.values())
                        .filter(action -> begins(rest, action.sql()))
                        .findFirst()
                        .orElse(ReferentialAction.NO_ACTION);
            }
        }
        return ReferentialAction.NO_ACTION;
    }

    private static boolean begins(SqlTokens tokens, String words) {
        String[] all = words.split(" ", -1);
        return tokens.size() >= all.length
                && IntStream.range(0, all.length)
                        .allMatch(i -> all[i].equalsIgnoreCase(tokens.get(i).word()));
    }

    /** Whether it says the same as another constraint, and no more, whatever their names are. */
    boolean says(Constraint other) {
        if (saysMore()) {
            return false;
        }
        if (constraint instanceof PrimaryKey key) {
            return other instanceof PrimaryKey that && sameNames(key.columns(), that.columns());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return other instanceof UniqueConstraint that && sameNames(unique.columns(), that.columns());
        }
        if (constraint instanceof CheckConstraint check) {
            return other instanceof CheckConstraint that
                    && SqliteExpression.same(that.expression(), check.expression());
        }
        return constraint instanceof ForeignKey key && other instanceof ForeignKey that && same(key, that);
    }

    /** Whether it says what no definition can: a collation, a direction, or what happens at a conflict. */
    boolean saysMore() {
        return !(constraint instanceof CheckConstraint)
                && clause.tokens().all().stream()
                        .anyMatch(token -> token.is("collate") || token.is("conflict") || token.is("desc"));
    }

    private static boolean same(ForeignKey one, ForeignKey other) {
        return sameNames(one.columns(), other.columns())
                && SqliteIdentifiers.same(
                        one.referredTable().name(), other.referredTable().name())
                && sameNames(one.referredColumns(), other.referredColumns())
                && one.onDelete() == other.onDelete()
                && one.onUpdate() == other.onUpdate()
                && one.deferrability() == other.deferrability();
    }

    private static boolean sameNames(List<String> one, List<String> other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size()).allMatch(i -> SqliteIdentifiers.same(one.get(i), other.get(i)));
    }
}
