package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Dialect;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Names that were given and that the database cannot use. */
final class RefusedNames {

    private final Dialect dialect;
    private final ComparisonRules rules;
    private final Map<String, String> tooLong = new HashMap<>();
    private final Map<QualifiedName, String> equal = new HashMap<>();

    /**
     * The names of a schema.
     *
     * @param wanted the desired schema
     */
    RefusedNames(Dialect dialect, SchemaSnapshot wanted) {
        this.dialect = dialect;
        this.rules = dialect.comparison();
        Stream.concat(
                        wanted.tables().stream().map(CreateTable::new),
                        SequenceOwners.free(wanted).stream().map(CreateSequence::new))
                .flatMap(operation -> operation.change().names().stream())
                .forEach(name ->
                        dialect.identifiers().tooLong(name).ifPresent(why -> tooLong.put(rules.nameKey(name), why)));
        if (rules.indexNamesAreOfSchema()) {
            findEqual(wanted);
        }
    }

    private void findEqual(SchemaSnapshot wanted) {
        Map<QualifiedName, QualifiedName> tables = new HashMap<>();
        for (Table table : wanted.tables()) {
            for (Index index : table.indexes()) {
                QualifiedName key = key(table.name(), index);
                QualifiedName first = tables.putIfAbsent(key, table.name());
                if (first != null && !first.equals(table.name())) {
                    equal.put(
                            key,
                            "the tables " + first + " and " + table.name() + " both have an index " + index.name()
                                    + ", and index names are shared by all tables; rename one of them");
                }
            }
        }
    }

    private QualifiedName key(QualifiedName table, Index index) {
        return rules.tableKey(table.sibling(index.name()));
    }

    /**
     * Refuses names that the database would truncate, which might make them equal to another one, and index names that are used twice.
     *
     * @throws UnsupportedByDialectException naming the operation that needs the name
     */
    void refuse(List<Operation> upgrade) {
        for (Operation operation : upgrade) {
            SchemaChange change = operation.change();
            why(change.names().stream().map(rules::nameKey), tooLong::get)
                    .or(() -> why(indexes(change), equal::get))
                    .ifPresent(why -> {
                        throw new UnsupportedByDialectException(operation.describe(), dialect.displayName(), why);
                    });
        }
    }

    private static <K> Optional<String> why(Stream<K> keys, Function<K, String> reasons) {
        return keys.flatMap(key -> Stream.ofNullable(reasons.apply(key))).findFirst();
    }

    private Stream<QualifiedName> indexes(SchemaChange change) {
        return change.elements().stream()
                .flatMap(added ->
                        added.element() instanceof Index index ? Stream.of(key(added.table(), index)) : Stream.empty());
    }
}
