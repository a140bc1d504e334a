package dev.retort.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.ArrayType;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TypeKind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Defines when two catalogs are equal: regardless of the positions of columns and the order of constraints and indexes, and of the lengths
 * of strings on a database that ignores them. OIDs and statistics are not part of a snapshot.
 */
public final class CatalogEquality {

    private static final Set<TypeKind> TEXTS = EnumSet.of(TypeKind.CHAR, TypeKind.VARCHAR);

    private final Capabilities capabilities;

    /** The equality of the catalogs of a database. */
    public CatalogEquality(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /** Whether two catalogs are equal. */
    public boolean equal(SchemaSnapshot one, SchemaSnapshot other) {
        return whatCounts(one).equals(whatCounts(other));
    }

    /** Asserts that two catalogs are equal. */
    public void check(SchemaSnapshot expected, SchemaSnapshot found) {
        List<String> missing = facts(whatCounts(expected));
        List<String> surplus = facts(whatCounts(found));
        facts(whatCounts(found)).forEach(missing::remove);
        facts(whatCounts(expected)).forEach(surplus::remove);
        assertThat(surplus).as("instead of %s", missing).isEmpty();
        assertThat(missing).isEmpty();
    }

    private SchemaSnapshot whatCounts(SchemaSnapshot snapshot) {
        return new WhatCounts().snapshot(snapshot);
    }

    /** What counts. */
    private final class WhatCounts extends SnapshotMapper {

        @Override
        public Table table(Table table) {
            Table same = super.table(table);
            return same.columns(sorted(same.columns(), Column::name))
                    .constraints(sorted(same.constraints(), Constraint::toString))
                    .indexes(sorted(same.indexes(), Index::name));
        }

        @Override
        protected Column column(Table table, Column column) {
            return capabilities.has(Capability.TEXT_LENGTHS) ? column : column.typed(unmeasured(column.type()));
        }

        private SqlType unmeasured(SqlType type) {
            if (type instanceof ArrayType array) {
                return new ArrayType(unmeasured(array.element()));
            }
            return type instanceof StandardType standard && TEXTS.contains(standard.kind())
                    ? StandardType.of(standard.kind())
                    : type;
        }
    }

    private static <T> List<T> sorted(List<T> parts, Function<T, String> key) {
        return parts.stream().sorted(Comparator.comparing(key)).toList();
    }

    /** The content of a catalog, with each part of a table separate, so that differences are visible. */
    private static List<String> facts(SchemaSnapshot snapshot) {
        return snapshot.objects().stream().flatMap(CatalogEquality::facts).collect(Collectors.toList());
    }

    private static Stream<String> facts(SchemaObject object) {
        if (!(object instanceof Table table)) {
            return Stream.of(object.toString());
        }
        Table bare = table.columns(List.of()).constraints(List.of()).indexes(List.of());
        return Stream.concat(
                Stream.of(bare.toString()), table.elements().stream().map(element -> table.name() + ": " + element));
    }
}
