package dev.retort.jpa;

import dev.retort.error.EntityModelException;
import dev.retort.error.MissingClass;
import dev.retort.model.ApplicationClasses;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The classes, packages and mapping files of a mapping. */
final class ManagedClasses {

    private static final String PACKAGE_INFO = ".package-info";
    private static final int SHOWN_DIRECTORIES = 5;
    private static final String DEFAULT_MAPPING = "META-INF/orm.xml";

    private final ApplicationClasses application;
    private final Map<String, Class<?>> classes = new TreeMap<>();
    private final Set<String> packages = new LinkedHashSet<>();
    private final Set<String> mappingFiles = new LinkedHashSet<>();

    ManagedClasses(ApplicationClasses application) {
        this.application = application;
        addMappingFileIfThere(DEFAULT_MAPPING);
    }

    void addPackage(String name) {
        addAll(new ClassPathScan(application.classPath()).candidates(name));
    }

    void addClass(String name) {
        classes.put(name, load(name));
    }

    void addUnit(PersistenceUnit unit) {
        unit.classes().forEach(this::addClass);
        mappingFiles.addAll(unit.mappingFiles());
        addAll(new ClassPathScan(unit.roots()).candidates(""));
    }

    private void addAll(Set<String> candidates) {
        for (String candidate : candidates) {
            if (candidate.endsWith(PACKAGE_INFO)) {
                packages.add(candidate.substring(0, candidate.length() - PACKAGE_INFO.length()));
                continue;
            }
            Class<?> type = load(candidate);
            if (says(type, ManagedClasses::isMapped)) {
                classes.put(candidate, type);
            }
        }
    }

    private static boolean isMapped(Class<?> type) {
        return isEntity(type)
                || type.isAnnotationPresent(MappedSuperclass.class)
                || type.isAnnotationPresent(Embeddable.class)
                || type.isAnnotationPresent(Converter.class);
    }

    private static boolean isEntity(Class<?> type) {
        return type.isAnnotationPresent(Entity.class);
    }

    /** The answer to a question about a class's annotations, which may be missing on the class path. */
    private static boolean says(Class<?> type, Predicate<Class<?>> question) {
        try {
            return question.test(type);
        } catch (NoClassDefFoundError e) {
            throw needing("Class " + type.getName(), MissingClass.behind(e).orElseThrow(() -> e), e);
        }
    }

    private void addMappingFileIfThere(String name) {
        if (application.loader().getResource(name) != null) {
            mappingFiles.add(name);
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, application.loader());
        } catch (UnsupportedClassVersionError e) {
            throw new EntityModelException(
                    "Class " + name + " was compiled for a newer Java than this one, "
                            + Runtime.version().feature() + ".",
                    "Run Retort with the Java that compiled it.",
                    e);
        } catch (ClassNotFoundException | LinkageError e) {
            Optional<MissingClass> missing = MissingClass.behind(e);
            if (missing.isEmpty() || missing.get().name().equals(name)) {
                throw new EntityModelException(
                        missing.isEmpty()
                                ? "Class " + name + " cannot be loaded: " + e + "."
                                : "There is no class " + name + ".",
                        "Check the name, and that it is compiled and on the class path: " + searchedPlaces() + ".",
                        e);
            }
            throw needing("Class " + name, missing.get(), e);
        }
    }

    private static EntityModelException needing(String who, MissingClass missing, Throwable cause) {
        return new EntityModelException(
                who + " needs the class " + missing.name() + ", which is missing.", missing.remedy(), cause);
    }

    /** The error for a failure that a missing class has caused; names the class that needs it, if it is known. */
    EntityModelException lacking(MissingClass missing, Throwable cause) {
        return classes.values().stream()
                .filter(type -> needs(type, missing))
                .findFirst()
                .map(type -> needing("Class " + type.getName(), missing, cause))
                .orElseGet(() -> needing("Hibernate", missing, cause));
    }

    private static boolean needs(Class<?> type, MissingClass missing) {
        try {
            int unused = type.getDeclaredFields().length
                    + type.getDeclaredMethods().length
                    + type.getDeclaredConstructors().length;
        } catch (LinkageError | TypeNotPresentException e) {
            return MissingClass.behind(e).filter(missing::equals).isPresent();
        }
        return isAnnotatedWith(type, "L" + missing.name().replace('.', '/') + ";");
    }

    /** Whether a class has an annotation, or one that is annotated with it. */
    private static boolean isAnnotatedWith(Class<?> type, String descriptor) {
        String file = type.getName().substring(type.getPackageName().length()).replaceFirst("^\\.", "") + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in != null && ClassFile.parse(in.readAllBytes()).mentionsAny(Set.of(descriptor));
        } catch (IOException e) {
            return false;
        }
    }

    boolean hasEntities() {
        return classes.values().stream().anyMatch(type -> says(type, ManagedClasses::isEntity))
                || !mappingFiles.isEmpty();
    }

    /** The classes, sorted by name. */
    List<Class<?>> classes() {
        return List.copyOf(classes.values());
    }

    /** The packages with annotations of their own. */
    Set<String> packages() {
        return packages;
    }

    Set<String> mappingFiles() {
        return mappingFiles;
    }

    /** The class path, for a message: its directories, of which there are few, and the number of jars. */
    String searchedPlaces() {
        List<String> places = new ArrayList<>();
        int jars = 0;
        for (Path place : application.classPath()) {
            if (Files.isRegularFile(place)) {
                jars++;
            } else if (places.size() < SHOWN_DIRECTORIES) {
                places.add(place.toString());
            }
        }
        if (jars > 0) {
            places.add(jars == 1 ? "1 jar" : jars + " jars");
        }
        return places.isEmpty() ? "it is empty" : String.join(", ", places);
    }
}
