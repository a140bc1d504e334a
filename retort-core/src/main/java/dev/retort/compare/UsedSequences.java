package dev.retort.compare;

import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sequences that remaining defaults use: without them no row could be inserted. */
final class UsedSequences {

    private final List<String> defaults;

    /**
     * The sequences of two schemas.
     *
     * @param desired the desired schema
     * @param actual the actual schema, with what is not compared
     * @param compared which objects are compared
     * @param keepsDefaults whether the defaults of columns are not changed
     */
    UsedSequences(
            SchemaSnapshot desired, SchemaSnapshot actual, Predicate<SchemaObject> compared, boolean keepsDefaults) {
        Stream<Table> staying = actual.tables().stream()
                .filter(table -> !compared.test(table)
                        || (keepsDefaults && desired.table(table.name()).isPresent()));
        this.defaults = Stream.concat(desired.tables().stream(), staying)
                .flatMap(table -> table.columns().stream())
                .map(Column::defaultValue)
                .filter(DefaultValue.Expression.class::isInstance)
                .map(value -> ((DefaultValue.Expression) value).sql())
                .toList();
    }

    /** Whether a default uses a sequence. */
    boolean contains(QualifiedName sequence) {
        Pattern mention = Pattern.compile(
                "(?<![\\w$])" + Pattern.quote(sequence.name()) + "(?![\\w$])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        return defaults.stream().anyMatch(sql -> mention.matcher(sql).find());
    }
}
