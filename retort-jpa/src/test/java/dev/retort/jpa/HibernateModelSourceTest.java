package dev.retort.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.error.EntityModelException;
import dev.retort.jpa.shop.Customer;
import dev.retort.model.ApplicationClasses;
import dev.retort.model.EntityModelProvider;
import dev.retort.model.EntityRequest;
import dev.retort.model.EntitySelection;
import dev.retort.model.Model;
import dev.retort.model.TargetDatabase;
import dev.retort.schema.QualifiedName;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("jdk")
@ParameterizedClass
@EnumSource
class HibernateModelSourceTest {

    @Parameter
    private Hibernate hibernate;

    @Test
    void theTestsRunOnTheGenerationThatTheyThinkTheyDo() throws Exception {
        assertThat(hibernate
                        .application()
                        .loadClass("org.hibernate.Version")
                        .getMethod("getVersionString")
                        .invoke(null))
                .asString()
                .startsWith(hibernate.generation + ".");
    }

    @Test
    void aModelTellsWhatWasLookedAt() {
        Model model = read(EntitySelection.ofPackages(Requests.SHOP), Map.of());

        assertThat(model.entities()).isEqualTo(4);
        assertThat(model.packages()).containsExactly(Requests.SHOP);
    }

    @Test
    void subPackagesBelongToAPackage() {
        assertThat(read(EntitySelection.ofPackages("dev.retort"), Map.of()).packages())
                .containsExactly("dev.retort.jpa.features", "dev.retort.jpa.schemas", Requests.SHOP);
    }

    @Test
    void singleClassesCanBeNamed() {
        Model model = read(EntitySelection.ofClasses(Customer.class.getName()), Map.of());

        assertThat(tableNames(model)).containsExactly("customers");
    }

    @Test
    void settingsReachHibernate() {
        Model model = read(
                EntitySelection.ofPackages("dev.retort.jpa.features"),
                Map.of(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy"));

        assertThat(model.snapshot().tables())
                .filteredOn(table -> table.name().name().equalsIgnoreCase("group"))
                .singleElement()
                .satisfies(group -> assertThat(group.column("sort_key")).isPresent());
    }

    @Test
    void aPersistenceUnitBringsItsClassesAndProperties() {
        Model model = read(EntitySelection.ofPersistenceUnit("till"), Map.of());

        assertThat(tableNames(model)).containsExactly("till.customers", "till.users");
    }

    @Test
    void aPersistenceUnitThatListsNothingHasWhatLiesBesideItsFile() {
        Model model = read(EntitySelection.ofPersistenceUnit("everything"), Map.of());

        assertThat(model.packages())
                .containsExactly("dev.retort.jpa.features", "dev.retort.jpa.schemas", Requests.SHOP);
    }

    @Test
    void anUnknownPersistenceUnitIsRefusedWithTheKnownOnes() {
        assertThatExceptionOfType(EntityModelException.class)
                .isThrownBy(() -> read(EntitySelection.ofPersistenceUnit("tills"), Map.of()))
                .withMessageContaining("'tills'")
                .satisfies(e -> assertThat(e.hint().orElseThrow()).contains("everything, till"));
    }

    @Test
    void noEntitiesAreAnErrorAndNeverAnEmptySchema() {
        assertThatExceptionOfType(EntityModelException.class)
                .isThrownBy(() -> read(EntitySelection.ofPackages("com.acme.nothing"), Map.of()))
                .withMessageContaining("'com.acme.nothing'");
    }

    @Test
    void aClassThatIsNotThereIsNamed() {
        assertThatExceptionOfType(EntityModelException.class)
                .isThrownBy(() -> read(EntitySelection.ofClasses("com.acme.Lost"), Map.of()))
                .withMessageContaining("com.acme.Lost");
    }

    @Test
    void aClassOfANewerJavaIsAnErrorThatSaysSo(@TempDir Path directory) throws Exception {
        byte[] bytes = Files.readAllBytes(
                Requests.testClasses().resolve(Customer.class.getName().replace('.', '/') + ".class"));
        bytes[6] = 0;
        bytes[7] = (byte) 200;
        Path file = directory.resolve("future/Customer.class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        EntityRequest request = new EntityRequest(
                EntitySelection.ofPackages("future"),
                Map.of(),
                new ApplicationClasses(List.of(directory), hibernate.application()),
                VerbatimDialect.create(),
                Requests.H2);

        assertThatExceptionOfType(EntityModelException.class)
                .isThrownBy(() -> hibernate.provider().source(request).read())
                .withMessageContaining("was compiled for Java 156");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@jakarta.persistence.Transient public lib.Money total;",
                "public lib.Money total() { return null; }",
                "public void add(lib.Money money) {}",
                "@jakarta.persistence.Convert(converter = lib.Money.class) public String total;"
            })
    void anEntityThatNeedsAMissingClassIsNamedWithIt(String member, @TempDir Path directory) throws Exception {
        Path money = source(directory, "lib/Money.java", """
                package lib;
                public class Money implements jakarta.persistence.AttributeConverter<String, String> {
                    public String convertToDatabaseColumn(String value) { return value; }
                    public String convertToEntityAttribute(String value) { return value; }
                }
                """);
        Path order = source(directory, "shop/Order.java", """
                package shop;
                @jakarta.persistence.Entity(name = "orders")
                public class Order {
                    @jakarta.persistence.Id public long id;
                    MEMBER
                }
                """.replace("MEMBER", member));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-d",
                                directory.toString(),
                                money.toString(),
                                order.toString()))
                .isZero();
        Files.delete(directory.resolve("lib/Money.class"));
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, hibernate.application())) {
            EntityRequest request = new EntityRequest(
                    EntitySelection.ofPackages("shop"),
                    Map.of(),
                    new ApplicationClasses(List.of(directory), application),
                    VerbatimDialect.create(),
                    Requests.H2);

            assertThatExceptionOfType(EntityModelException.class)
                    .isThrownBy(() -> hibernate.provider().source(request).read())
                    .withMessage("Class shop.Order needs the class lib.Money, which is missing.")
                    .satisfies(e -> assertThat(e.hint().orElseThrow())
                            .contains("'classpath'")
                            .doesNotContain(directory.toString()));
        }
    }

    private static Path source(Path directory, String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aDatabaseWithoutDialectIsAnErrorThatNamesTheLibraryWithMore() {
        assertThatExceptionOfType(EntityModelException.class)
                .isThrownBy(() -> readShopFor(new TargetDatabase("Nonesuch", 1, 0)))
                .withMessageContaining("Nonesuch 1.0")
                .satisfies(e -> assertThat(e.hint().orElseThrow()).contains("hibernate-community-dialects"));
    }

    @Test
    void aMappingThatHibernateRefusesIsAnErrorWithItsReason() {
        assertThatExceptionOfType(EntityModelException.class)
                .isThrownBy(() -> read(EntitySelection.ofClasses("dev.retort.jpa.shop.Order"), Map.of()))
                .withMessageStartingWith("Hibernate cannot read the entities: ")
                .withMessageContaining("dev.retort.jpa.shop.Order");
    }

    @Test
    void aTableThatStandsInForASequenceComesWithTheRowThatHibernateNeeds() {
        Model model = readShopFor(new TargetDatabase("SQLite", 3, 50));

        assertThat(model.initialStatements().get(QualifiedName.of("order_numbers")))
                .singleElement()
                .asString()
                .matches("insert into order_numbers (\\( next_val \\) )?values \\( 1000 \\)");
    }

    @Test
    void theServiceLoaderFindsTheProvider() {
        EntityModelProvider provider =
                EntityModelProvider.loadedFrom(hibernate.application()).orElseThrow();
        EntityRequest request = new EntityRequest(
                EntitySelection.ofPackages(Requests.SHOP),
                Map.of(),
                new ApplicationClasses(List.of(Requests.testClasses()), hibernate.application()),
                VerbatimDialect.create(),
                Requests.H2);

        assertThat(provider.source(request).read().entities()).isEqualTo(4);
    }

    private Model read(EntitySelection entities, Map<String, String> settings) {
        return Requests.source(hibernate, entities, settings).read();
    }

    private Model readShopFor(TargetDatabase target) {
        return Requests.source(
                        hibernate,
                        EntitySelection.ofPackages(Requests.SHOP),
                        Map.of(),
                        VerbatimDialect.create(),
                        target)
                .read();
    }

    private static List<String> tableNames(Model model) {
        return model.snapshot().tables().stream()
                .map(table -> table.name().toString())
                .toList();
    }
}
