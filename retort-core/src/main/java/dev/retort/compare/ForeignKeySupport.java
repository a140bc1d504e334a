package dev.retort.compare;

import dev.retort.dialect.NeededIndexes;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An index, or a constraint with an index, that may serve a foreign key. */
record ForeignKeySupport(List<String> columns, boolean constraint) {

    /** The supports that a table has. */
    static List<ForeignKeySupport> of(Table table) {
        return table.elements().stream()
                .map(ForeignKeySupport::of)
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<ForeignKeySupport> of(@Nullable TableElement element) {
        if (element instanceof PrimaryKey key) {
            return Optional.of(new ForeignKeySupport(key.columns(), true));
        }
        if (element instanceof UniqueConstraint unique) {
            return Optional.of(new ForeignKeySupport(unique.columns(), true));
        }
        return element instanceof Index index ? Optional.of(of(index)) : Optional.empty();
    }

    /** The columns before the first part that is an expression or a prefix. */
    private static ForeignKeySupport of(Index index) {
        List<String> columns = index.parts().stream()
                .takeWhile(part -> !part.expression() && part.length() == null)
                .map(Index.Part::text)
                .toList();
        return new ForeignKeySupport(columns, false);
    }

    /** The first column; empty for an expression. */
    Optional<String> first() {
        return columns.stream().findFirst();
    }

    boolean servesOwn(ForeignKey key, NeededIndexes held) {
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
