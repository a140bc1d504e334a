package dev.retort.jpa;

import dev.retort.model.EntityModelProvider;
import dev.retort.script.java.ClassPathLoader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A generation of Hibernate as an application has it: with entities, and what reads them, in a class loader of its own. */
enum Hibernate {
    SIX(6),
    SEVEN(7);

    private static final Map<Hibernate, ClassLoader> APPLICATIONS = new ConcurrentHashMap<>();

    final int generation;

    Hibernate(int generation) {
        this.generation = generation;
    }

    /** The reader of entities that the application's class loader finds. */
    EntityModelProvider provider() {
        return EntityModelProvider.loadedFrom(application()).orElseThrow();
    }

    ClassLoader application() {
        return APPLICATIONS.computeIfAbsent(
                this,
                hibernate -> ClassPathLoader.of(hibernate.classPath(), new CoreAlone())
                        .loader());
    }

    private List<Path> classPath() {
        List<Path> classPath = new ArrayList<>(List.of(Path.of("target/classes"), Requests.testClasses()));
        Path jars = Path.of("hibernate-" + generation, "target", "class-path");
        try {
            for (String jar : Files.readString(jars).strip().split(File.pathSeparator, -1)) {
                classPath.add(Path.of(jar));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("There is no " + jars + ": run 'mvn verify'.", e);
        }
        return classPath;
    }

    /** What a host has that knows nothing of entities: the JDK and the core of Retort. */
    private static final class CoreAlone extends ClassLoader {

        CoreAlone() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("dev.retort.") && !name.startsWith("dev.retort.jpa.")) {
                return CoreAlone.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
