package dev.retort.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.ColumnChange;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Match;
import dev.retort.schema.NativeType;
import dev.retort.schema.NullsOrder;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TypeKind;
import dev.retort.schema.UniqueConstraint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of cases grows with what it is a list of. */
class OperationCasesTest {

    private static final List<OperationCase> CASES = OperationCases.in(DialectNames.USUAL);

    /** Everything that stands in an operation, a set-up or a schema of a case. */
    private static final List<Object> VALUES = values();

    /** What is refused before it is compiled, and what every database spells in its own way, in cases of its own. */
    private static final Set<Class<?>> OTHER_SCHEMA = Set.of(Irreversible.class, NativeType.class);

    /** What nobody can ask for. Options are what only one product knows. */
    private static final Set<String> NOT_IN_CASES = Set.of("Index.valid");

    /** What cases need that each database writes in its own way. */
    private static final Set<Capability> OF_ROUTINES = EnumSet.of(Capability.RENAMED_ROUTINES);

    @Test
    void noTwoCasesHaveOneName() {
        assertThat(CASES).extracting(OperationCase::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Operation.class,
                ColumnChange.class,
                SequenceChange.class,
                SqlType.class,
                DefaultValue.class,
                Constraint.class,
            })
    void everyKindIsInACase(Class<?> kind) {
        assertThat(kind.getPermittedSubclasses())
                .filteredOn(one -> !OTHER_SCHEMA.contains(one))
                .allSatisfy(one -> assertThat(VALUES).hasAtLeastOneElementOfType(one));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TypeKind.class,
                ReferentialAction.class,
                Match.class,
                Deferrability.class,
                NullsOrder.class,
            })
    void everyWordIsInACase(Class<?> words) {
        assertThat(VALUES).contains(words.getEnumConstants());
    }

    static Stream<Record> plainParts() {
        QualifiedName name = QualifiedName.of("x");
        List<String> columns = List.of("x");
        return Stream.of(
                Table.of(name, List.of()),
                Column.of("x", Columns.integer()),
                PrimaryKey.of(null, columns),
                UniqueConstraint.of(null, columns),
                ExclusionConstraint.of(null, List.of()),
                CheckConstraint.of(null, "x"),
                ForeignKey.of(null, columns, name, columns),
                Index.of("x", "x"),
                Index.Part.column("x"),
                Sequence.of(name, 1, 1),
                SequenceOptions.of(1, 1),
                Identity.BY_DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("plainParts")
    void everyFactOfTheModelIsOtherThanUsualInACase(Record plain) {
        assertThat(plain.getClass().getRecordComponents())
                .filteredOn(fact -> !fact.getType().equals(Options.class))
                .filteredOn(fact -> !NOT_IN_CASES.contains(plain.getClass().getSimpleName() + "." + fact.getName()))
                .allSatisfy(fact -> assertThat(VALUES)
                        .filteredOn(value -> value.getClass().equals(plain.getClass()))
                        .as(fact.getName())
                        .anyMatch(value -> !Objects.equals(value(value, fact), value(plain, fact))));
    }

    @Test
    void everyCapabilityIsAskedForByACaseOrLookedForByItself() {
        Set<Capability> asked = EnumSet.noneOf(Capability.class);
        CASES.forEach(test -> asked.addAll(test.needs()));
        asked.addAll(CapabilityProbes.capabilities());
        asked.addAll(OF_ROUTINES);
        assertThat(asked).containsExactlyInAnyOrder(Capability.values());
    }

    private static List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (OperationCase test : CASES) {
            collect(test.setUp(), values);
            collect(test.operation(), values);
            collect(test.after(), values);
        }
        return values;
    }

    private static void collect(@Nullable Object value, List<Object> values) {
        if (value instanceof Collection<?> several) {
            several.forEach(one -> collect(one, values));
        } else if (value instanceof SchemaSnapshot snapshot) {
            collect(snapshot.objects(), values);
        } else if (value instanceof Enum<?>) {
            values.add(value);
        } else if (value instanceof Record) {
            values.add(value);
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                collect(value(value, component), values);
            }
        }
    }

    private static @Nullable Object value(Object object, RecordComponent component) {
        try {
            return component.getAccessor().invoke(object);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
