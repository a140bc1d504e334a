package dev.retort.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.jpa.features.Address;
import dev.retort.jpa.features.Audited;
import dev.retort.jpa.features.Seat;
import dev.retort.jpa.features.YesNo;
import dev.retort.jpa.shop.Customer;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
class ClassPathScanTest {

    @Test
    void everythingThatIsMappedIsFoundInADirectory() {
        assertThat(new ClassPathScan(List.of(Requests.testClasses())).candidates("dev.retort.jpa"))
                .contains(
                        Customer.class.getName(),
                        Address.class.getName(),
                        Audited.class.getName(),
                        YesNo.class.getName(),
                        Seat.Place.class.getName())
                .doesNotContain(ClassPathScanTest.class.getName(), "dev.retort.jpa.features.Invoice$State");
    }

    @Test
    void onlyThePackageAskedForIsFoundInAJar(@TempDir Path directory) throws Exception {
        Path jar = directory.resolve("app.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Class<?> type : List.of(Customer.class, Address.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(name));
                entries.write(Files.readAllBytes(Requests.testClasses().resolve(name)));
            }
            entries.putNextEntry(new JarEntry("dev/retort/jpa/shop/notes.txt"));
        }

        assertThat(new ClassPathScan(List.of(jar, directory.resolve("missing.jar"))).candidates(Requests.SHOP))
                .containsExactly(Customer.class.getName());
    }
}
