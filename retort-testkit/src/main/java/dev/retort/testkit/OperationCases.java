package dev.retort.testkit;

import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** The list of all cases: each operation and its variants, each type, each property of the model. */
public final class OperationCases {

    private OperationCases() {}

    /** All cases, in the order in which they are shown. */
    public static List<OperationCase> in(DialectNames names) {
        return Stream.of(
                        TableCases.all(),
                        OtherSchemaCases.all(),
                        OtherSchemaObjectCases.all(names),
                        TypeCases.all(),
                        ColumnCases.all(names),
                        AlterColumnCases.all(names),
                        ConstraintCases.all(names),
                        IndexCases.all(names),
                        SequenceCases.all(),
                        BatchCases.all(),
                        ObjectCases.all(names),
                        ConditionalCases.all(),
                        DataCases.all())
                .flatMap(cases -> cases)
                .toList();
    }

    /** A case for one dialect: a table that is created in an empty schema. */
    public static OperationCase created(String name, Table table) {
        return LibrarySchema.created(name, table);
    }

    /** A case for one dialect: a table with a column of each of several types. */
    public static OperationCase types(String what, SqlType... types) {
        return TypeCases.types(what, types);
    }
}
