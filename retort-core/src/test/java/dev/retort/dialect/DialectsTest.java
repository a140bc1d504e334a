package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.h2.H2Provider;
import dev.retort.error.DatabaseAccessException;
import dev.retort.operation.DialectName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {

    private static final Dialects ALL = Dialects.loadedFrom(DialectsTest.class.getClassLoader());

    /** Takes every server of H2 for its own. */
    private record Relative(String named, @Nullable String of, boolean isSupported) implements DialectProvider {

        @Override
        public DialectName name() {
            return new DialectName(named);
        }

        @Override
        public Optional<DialectName> parent() {
            return Optional.ofNullable(of).map(DialectName::new);
        }

        @Override
        public boolean acceptsUrl(String jdbcUrl) {
            return false;
        }

        @Override
        public boolean claims(Server server) {
            return server.product().equals("H2") && !server.versionText().isEmpty();
        }

        @Override
        public Dialect create(DatabaseVersion version) {
            Dialect parent = new H2Provider().create(version);
            return Dialect.builder(name(), version.after(named))
                    .identifiers(parent.identifiers())
                    .types(parent.types())
                    .ddl(parent.ddl())
                    .inspector(parent.inspector())
                    .comparison(parent.comparison())
                    .transactions(parent.transactions())
                    .locks(parent.locks())
                    .build();
        }
    }

    @Test
    void aCousinIsAskedBeforeItsParentWhateverTheOrder() throws Exception {
        DialectProvider child = new Relative("child", "h2", true);
        DialectProvider grandchild = new Relative("grandchild", "child", true);
        List<List<DialectProvider>> orders = List.of(
                List.of(new H2Provider(), child, grandchild),
                List.of(grandchild, new H2Provider(), child),
                List.of(child, grandchild, new H2Provider()));
        try (EmbeddedDatabase database = EmbeddedDatabase.open("h2")) {
            for (List<DialectProvider> order : orders) {
                assertThat(Dialects.of(order).forConnection(database.connection).name())
                        .isEqualTo(grandchild.name());
            }
        }
    }

    @Test
    void aServerOfAnUnsupportedProductIsRefusedByItsName() throws Exception {
        Dialects dialects = Dialects.of(List.of(new H2Provider(), new Relative("cousin", "h2", false)));
        try (EmbeddedDatabase database = EmbeddedDatabase.open("h2")) {
            assertThatThrownBy(() -> dialects.forConnection(database.connection))
                    .isInstanceOf(DatabaseAccessException.class)
                    .hasMessageMatching("Retort does not support cousin \\d+\\.\\d+, which the server is\\.");
        }
    }

    @Test
    void aServerThatNobodyKnowsIsRefusedByItsName() throws Exception {
        Dialects none = Dialects.of(List.of());
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            assertThatThrownBy(() -> none.forConnection(database.connection))
                    .isInstanceOf(DatabaseAccessException.class)
                    .hasMessageMatching("The database 'SQLite [\\d.]+' is not one that Retort knows\\.");
        }
    }

    @ParameterizedTest
    @CsvSource({"postgresql, PostgreSQL", "mariadb, MariaDB", "mysql, MySQL", "sqlite, SQLite", "h2, H2"})
    void aDialectIsFoundByItsName(String name, String product) {
        assertThat(ALL.named(name).displayName()).isEqualTo(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgesql", "oracle"})
    void aDialectThatIsNotThereIsRefusedWithThoseThatAre(String name) {
        assertThatThrownBy(() -> ALL.named(name))
                .isInstanceOfSatisfying(
                        DatabaseAccessException.class,
                        refused -> assertThat(refused.hint())
                                .hasValueSatisfying(hint -> assertThat(hint)
                                        .endsWith("Known databases: " + String.join(", ", ALL.supported()) + ".")))
                .hasMessage("The dialect '" + name + "' is not one that Retort knows.");
    }

    @Test
    void aDialectLacksNoPart() {
        assertThatThrownBy(
                        () -> Dialect.builder(new DialectName("half"), "Half").build())
                .hasMessage("The dialect has no identifiers.");
    }
}
