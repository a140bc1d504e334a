package dev.retort.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.NormalForms;
import dev.retort.dialect.StoredForm;
import dev.retort.schema.Column;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.SqlType;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever makes a changed copy of a schema loses nothing of it, tried on many made from fixed seeds. */
class MapperLawsTest {

    private static final int SEEDS = 200;

    private static final SnapshotMapper UPPER = new Spelled(name -> name.toUpperCase(Locale.ROOT));
    private static final SnapshotMapper LOWER = new Spelled(name -> name.toLowerCase(Locale.ROOT));

    /** Spells every name in another way. */
    private static final class Spelled extends StoredForm {

        private final UnaryOperator<String> spelling;

        Spelled(UnaryOperator<String> spelling) {
            this.spelling = spelling;
        }

        @Override
        protected String stored(String name) {
            return spelling.apply(name);
        }

        @Override
        protected SqlType stored(SqlType type) {
            return type;
        }

        @Override
        protected SequenceOptions stored(SequenceOptions options, @Nullable SqlType type) {
            return options;
        }
    }

    /** A database to which the case of names says nothing. */
    private record Folding(ComparisonRules plain) implements ComparisonRules {

        @Override
        public String nameKey(String name) {
            return name.toLowerCase(Locale.ROOT);
        }

        @Override
        public SchemaSnapshot normalize(SchemaSnapshot desired) {
            return desired;
        }

        @Override
        public boolean sameType(Column desired, Column actual) {
            return plain.sameType(desired, actual);
        }

        @Override
        public boolean sameDefault(Column desired, Column actual) {
            return plain.sameDefault(desired, actual);
        }

        @Override
        public boolean sameExpression(String desired, String actual) {
            return plain.sameExpression(desired, actual);
        }

        @Override
        public boolean comments() {
            return true;
        }
    }

    @Test
    void aMapperThatChangesNothingReturnsTheSameSchema() {
        forMany(schema -> assertThat(new SnapshotMapper() {}.snapshot(schema)).isEqualTo(schema));
        forMany(schema -> assertThat(schema.within(null)).isEqualTo(schema));
    }

    @Test
    void everyNameIsSpelledAsItIsStored() {
        forMany(schema -> assertThat(LOWER.snapshot(UPPER.snapshot(schema))).isEqualTo(schema));
    }

    @Test
    void aSchemaIsSpelledAsItsTwinIs() {
        Folding rules = new Folding(PlainDialect.create().comparison());
        forMany(schema -> assertThat(SpellingMapper.of(UPPER.snapshot(schema), schema, rules))
                .isEqualTo(schema));
    }

    @Test
    void nothingIsAddedToASchemaFromItself() {
        forMany(schema -> assertThat(new UnspecifiedFacts(
                                schema, PlainDialect.create(), none -> NormalForms.NOT_ASKED, KnownEqualities.none())
                        .snapshot(schema))
                .isEqualTo(schema));
    }

    private static void forMany(Consumer<SchemaSnapshot> law) {
        for (long seed = 0; seed < SEEDS; seed++) {
            law.accept(new RandomSchema(seed).next());
        }
    }
}
