package dev.retort.tests.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose entities lie in another module of its reactor, which nobody has installed. */
class ReactorIT {

    private static final String PARENT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>shop</artifactId>
              <version>1.0-SNAPSHOT</version>
              <packaging>pom</packaging>
              <modules>
                <module>app</module>
                <module>entities</module>
              </modules>
            </project>
            """;

    private static final String SIBLING = """
            <dependencies>
              <dependency>
                <groupId>com.example</groupId>
                <artifactId>point-of-sale</artifactId>
                <version>1.0-SNAPSHOT</version>
              </dependency>
            </dependencies>
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void aReactorOfTwoModules() throws Exception {
        Files.writeString(root.resolve("pom.xml"), PARENT);
        Path entities = Files.createDirectory(root.resolve("entities"));
        ExampleProject.copiedInto(entities);
        Path app = Files.createDirectory(root.resolve("app"));
        Files.createDirectories(app.resolve("src/main/java/migrations"));
        Files.copy(entities.resolve("retort.toml"), app.resolve("retort.toml"));
        String pom = Files.readString(entities.resolve("pom.xml"));
        Files.writeString(
                app.resolve("pom.xml"),
                pom.replace("<artifactId>point-of-sale<", "<artifactId>app<")
                        .replaceFirst("(?s)<dependencies>.*?</dependencies>", SIBLING));
    }

    @Test
    void entitiesOfASiblingAreReadFromItsClassesAndCompiledWhenTheyChange() throws Exception {
        Shell.Outcome first = run("retort revision --autogenerate -m 'create all'\nretort upgrade head");
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("entities in com.example.pos.model", "create table customers");

        Path customer = root.resolve("entities/src/main/java/com/example/pos/model/Customer.java");
        String text = Files.readString(customer);
        Files.writeString(customer, text.substring(0, text.lastIndexOf('}')) + "\n    private String nickname;\n}\n");
        // Of file systems that count whole seconds, too.
        Files.setLastModifiedTime(
                root.resolve("entities/target/classes/com/example/pos/model/Customer.class"),
                FileTime.from(Instant.now().minusSeconds(10)));

        Shell.Outcome second = run("retort check");
        assertThat(second.exitCode()).as(second.output()).isEqualTo(3);
        assertThat(second.output()).contains("add column customers.nickname");
    }

    private Shell.Outcome run(String commands) throws Exception {
        return new Shell(root.resolve("app"), Map.of()).run(commands);
    }
}
