package dev.retort.schema;

import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.exclusion;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.namedPrimaryKey;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.schema.Constraints.unnamedCheck;
import static dev.retort.schema.Constraints.unnamedExclusion;
import static dev.retort.schema.Constraints.unnamedForeignKey;
import static dev.retort.schema.Constraints.unnamedUnique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.retort.schema.NamingConvention.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NamingConventionTest {

    private static final Constraint UNIQUE = unnamedUnique("a", "b");
    private static final Constraint FOREIGN_KEY = unnamedForeignKey("a", "b").references("x.o", "id", "no");

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments("uq_%(table_name)s_%(column_0_name)s", "t", UNIQUE, "uq_t_a"),
                arguments("uq_%(table_name)s_%(column_0_name)s", "s.t", UNIQUE, "uq_t_a"),
                arguments("uq_%(column_0_label)s", "t", UNIQUE, "uq_t_a"),
                arguments("uq_%(column_0_label)s", "s.t", UNIQUE, "uq_s_t_a"),
                arguments("uq_%(column_0_key)s", "t", UNIQUE, "uq_a"),
                arguments("uq_%(column_1_name)s", "t", UNIQUE, "uq_b"),
                arguments("uq_%(column_0_name)s_%(column_2_name)s", "t", UNIQUE, "uq_a_"),
                arguments("uq_%(column_0N_name)s", "t", UNIQUE, "uq_ab"),
                arguments("uq_%(column_0_N_name)s", "t", UNIQUE, "uq_a_b"),
                arguments("uq_%(column_0_N_label)s", "t", UNIQUE, "uq_t_a_t_b"),
                arguments("100%% %(table_name)s", "t", UNIQUE, "100% t"),
                arguments("all", "t", UNIQUE, "all"),
                arguments("u_%(constraint_name)s", "t", unique("nm", "a"), "u_nm"),
                arguments("u_%(constraint_name)s", "t", unique("u_nm", "a"), "u_nm"),
                arguments("uq_%(table_name)s", "t", unique("nm", "a"), "nm"),
                arguments("pk_%(table_name)s", "t", primaryKey("a", "b"), "pk_t"),
                arguments("pk_%(table_name)s", "t", namedPrimaryKey("nm", "a"), "nm"),
                arguments("fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "t", FOREIGN_KEY, "fk_t_a_o"),
                arguments("fk_%(referred_column_0_name)s", "t", FOREIGN_KEY, "fk_id"),
                arguments("fk_%(referred_column_1_name)s", "t", FOREIGN_KEY, "fk_no"),
                arguments("fk_%(referred_column_0N_name)s", "t", FOREIGN_KEY, "fk_idno"),
                arguments("fk_%(referred_column_0_N_name)s", "t", FOREIGN_KEY, "fk_id_no"),
                arguments("fk_%(table_name)s", "t", foreignKey("nm", "a").references("o", "id"), "nm"),
                arguments("ck_%(table_name)s_%(constraint_name)s", "t", check("positive", "a > 0"), "ck_t_positive"),
                arguments("ck_%(table_name)s_%(constraint_name)s", "t", check("ck_t_positive", "a"), "ck_t_positive"),
                arguments("ck_%(table_name)s_%(constraint_name)s", "t", check("ck_u_x", "a"), "ck_t_ck_u_x"),
                arguments("ck_%(table_name)s_%(constraint_name)s", "t", check("ck_t_", "a"), "ck_t_ck_t_"),
                arguments("%(constraint_name)s_%(table_name)s_check", "t", check("a_t_check", "a"), "a_t_check"),
                arguments("%(constraint_name)s_%(table_name)s_check", "t", check("a_check", "a"), "a_check_t_check"),
                arguments("%(constraint_name)s", "t", check("positive", "a > 0"), "positive"),
                arguments("ck_%(table_name)s_%(constraint_name)s", "t", unnamedCheck("a > 0"), null),
                arguments("ck_%(table_name)s", "t", unnamedCheck("a > 0"), "ck_t"),
                arguments("ex_%(column_0_N_name)s", "t", unnamedExclusion().comparing("a", "="), "ex_a"),
                arguments("ex_%(column_0_N_name)s", "t", unnamedExclusion().comparingSql("a + 1", "="), null),
                arguments("ex_%(column_0_name)s", "t", exclusion("nm").comparing("a", "="), "nm"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateMakesTheNameOfAConstraint(
            String template, String table, Constraint constraint, @Nullable String name) {
        assertThat(of(Kind.of(constraint), template).name(QualifiedName.parse(table), constraint, NameLimit.NONE))
                .isEqualTo(Optional.ofNullable(name));
    }

    @Test
    void withoutATemplateAConstraintKeepsItsNameOrHasNone() {
        QualifiedName table = QualifiedName.of("t");
        NamingConvention others = of(Kind.PK, "pk_%(table_name)s");

        assertThat(others.name(table, UNIQUE, NameLimit.NONE)).isEmpty();
        assertThat(others.name(table, unique("nm", "a"), NameLimit.NONE)).contains("nm");
        assertThat(others.has(Kind.UQ)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "t,   ,                                     a,        ix_t_a",
        "s.t, ,                                     a,        ix_s_t_a",
        "t,   ,                                     lower(a), ",
        "t,   i_%(column_0_name)s,                  a,        i_a",
        "t,   i_%(table_name)s,                     lower(a), i_t",
        "t,   i_%(table_name)s_%(constraint_name)s, a,        "
    })
    void anIndexWithoutANameGetsOne(String table, @Nullable String template, String part, @Nullable String name) {
        NamingConvention convention = template == null ? NamingConvention.NONE : of(Kind.IX, template);
        Index.Part indexed = part.contains("(") ? Index.Part.expression(part) : Index.Part.column(part);

        assertThat(convention.indexName(QualifiedName.parse(table), List.of(indexed), NameLimit.NONE))
                .isEqualTo(Optional.ofNullable(name));
    }

    @Test
    void anIndexWithANameKeepsItUnlessTheTemplateTakesItUp() {
        QualifiedName table = QualifiedName.of("t");
        Index index = Constraints.index("nm", "a");

        assertThat(NamingConvention.NONE.name(table, index, NameLimit.NONE)).isEqualTo("nm");
        assertThat(of(Kind.IX, "ix_%(column_0_label)s").name(table, index, NameLimit.NONE))
                .isEqualTo("nm");
        assertThat(of(Kind.IX, "ix_%(constraint_name)s").name(table, index, NameLimit.NONE))
                .isEqualTo("ix_nm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            xx | x                      | There are no names for 'xx', but for ix, uq, ck, fk, pk, ex.
            uq | %(tabel_name)s         | 'tabel_name' is not a token
            uq | uq_%(table_name        | a token is written %(name)s
            uq | uq_%(table_name)       | a token is written %(name)s
            uq | uq_%(table_name)d      | a token is written %(name)s
            uq | uq_%table_name         | a token is written %(name)s
            uq | uq_%                   | a token is written %(name)s
            uq | ""                     | it is empty
            uq | %(referred_table_name)s | It can have table_name, constraint_name, column_0_name
            uq | %(column_0_N)s         | 'column_0_N' is not a token
            ck | %(column_0_name)s      | It can have table_name, constraint_name.
            fk | %(referred_column_0_label)s | referred_table_name, referred_column_0_name
            """)
    void whatATemplateCannotHaveIsRefusedWithWhatItCan(String kind, String template, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamingConvention.of(Map.of(kind, template)))
                .withMessageContaining(problem);
    }

    private static NamingConvention of(Kind kind, String template) {
        return NamingConvention.of(Map.of(kind.key(), template));
    }
}
