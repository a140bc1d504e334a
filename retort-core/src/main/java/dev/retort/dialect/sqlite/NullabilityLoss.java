package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.TableSource.Clause;
import dev.retort.dialect.sqlite.TableSource.ClauseKind;
import dev.retort.dialect.sqlite.TableSource.Element;
import java.util.List;
import java.util.Optional;

/**
 * What an ALTER COLUMN … NOT NULL of SQLite changes beside what it says: up to 3.54 it drops a DEFERRABLE or an ON CONFLICT, and leaves the
 * second of two NOT NULL in place.
 */
final class NullabilityLoss {

    private NullabilityLoss() {}

    /**
     * Why such a statement is refused.
     *
     * @param before the CREATE TABLE before the statement
     * @param after the CREATE TABLE after it
     */
    static Optional<String> why(String before, String after, String column, boolean nullable) {
        Optional<Element> was = element(before, column);
        Optional<Element> is = element(after, column);
        if (was.isEmpty() || is.isEmpty()) {
            return Optional.empty();
        }
        boolean keepsOthers = others(was.get()).equals(others(is.get()));
        List<String> required = is.get().words(ClauseKind.NOT_NULL);
        boolean done = nullable
                ? required.isEmpty()
                : was.get().has(ClauseKind.NOT_NULL)
                        ? required.equals(was.get().words(ClauseKind.NOT_NULL))
                        : !required.isEmpty();
        return keepsOthers && done
                ? Optional.empty()
                : Optional.of("its ALTER TABLE would change the column " + column + " in another way too, to '"
                        + is.get().text().strip() + "'; op.batch with recreateAlways() makes the table anew instead");
    }

    private static Optional<Element> element(String sql, String column) {
        return TableSource.of(sql).elements().stream()
                .filter(element -> SqliteIdentifiers.same(column, element.column()))
                .findFirst();
    }

    private static List<String> others(Element element) {
        return element.clauses().stream()
                .filter(clause -> clause.kind() != ClauseKind.NOT_NULL && clause.kind() != ClauseKind.NULL)
                .map(Clause::words)
                .toList();
    }
}
