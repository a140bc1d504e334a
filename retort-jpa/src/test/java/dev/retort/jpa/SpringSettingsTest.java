package dev.retort.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringSettingsTest {

    @TempDir
    Path directory;

    @Test
    void withoutSpringBootThereAreNone() throws IOException {
        file("application.properties", "spring.jpa.properties.hibernate.x=1");

        assertThat(settings()).isEmpty();
    }

    @Test
    void springBootNamesThingsInItsOwnWay() throws IOException {
        file("org/springframework/boot/SpringApplication.class", "");
        file("org/springframework/boot/orm/jpa/hibernate/SpringImplicitNamingStrategy.class", "");

        assertThat(settings())
                .containsOnly(
                        Map.entry(
                                "hibernate.physical_naming_strategy",
                                "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy"),
                        Map.entry(
                                "hibernate.implicit_naming_strategy",
                                "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy"));
    }

    @Test
    void theApplicationsOwnConfigurationWins() throws IOException {
        file("org/springframework/boot/SpringApplication.class", "");
        file("application.properties", """
                spring.jpa.hibernate.naming.physical-strategy=com.acme.Naming
                spring.jpa.properties.hibernate.default_schema=shop
                spring.jpa.properties.hibernate.secret=${SECRET}
                spring.datasource.url=jdbc:h2:mem:x
                """);
        file("config/application.properties", "spring.jpa.properties.hibernate.default_schema=till");

        assertThat(settings())
                .containsOnly(
                        Map.entry("hibernate.physical_naming_strategy", "com.acme.Naming"),
                        Map.entry("hibernate.default_schema", "till"));
    }

    @Test
    void yamlIsReadWithTheApplicationsOwnReaderAndOnlyInTheDefaultProfile() throws IOException {
        file("org/springframework/boot/SpringApplication.class", "");
        file("application.yaml", """
                spring:
                  jpa:
                    properties:
                      hibernate:
                        default_schema: shop
                        jdbc.batch_size: 20
                ---
                spring:
                  config.activate.on-profile: test
                  jpa.properties.hibernate.default_schema: other
                """);

        assertThat(settings())
                .containsEntry("hibernate.default_schema", "shop")
                .containsEntry("hibernate.jdbc.batch_size", "20");
    }

    private Map<String, String> settings() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
            return SpringSettings.of(loader);
        }
    }

    private void file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
