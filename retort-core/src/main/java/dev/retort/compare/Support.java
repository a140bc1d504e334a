package dev.retort.compare;

import dev.retort.dialect.HeldIndexes;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An index, or a constraint that brings one, as far as it may serve a foreign key. */
record Support(List<String> columns, boolean constraint) {

    /** What a table has. */
    static List<Support> of(Table table) {
        return Stream.concat(
                        table.constraints().stream().map(Support::of).flatMap(Optional::stream),
                        table.indexes().stream().map(Support::of))
                .toList();
    }

    static Optional<Support> of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return Optional.of(new Support(key.columns(), true));
        }
        return constraint instanceof UniqueConstraint unique
                ? Optional.of(new Support(unique.columns(), true))
                : Optional.empty();
    }

    /** The columns up to the first part that is an expression or a beginning. */
    static Support of(Index index) {
        List<String> columns = index.parts().stream()
                .takeWhile(part -> !part.expression() && part.length() == null)
                .map(Index.Part::text)
                .toList();
        return new Support(columns, false);
    }

    /** The column that it begins with; empty for an expression. */
    Optional<String> first() {
        return columns.stream().findFirst();
    }

    boolean servesOwn(ForeignKey key, HeldIndexes held) {
        int length = key.columns().size();
        return switch (held) {
            case NONE -> false;
            case LAST -> columns.size() >= length && columns.subList(0, length).equals(key.columns());
            case SAME -> !constraint && columns.equals(key.columns());
        };
    }

    boolean servesReferred(ForeignKey key) {
        return constraint && new HashSet<>(columns).equals(new HashSet<>(key.referredColumns()));
    }
}
