package dev.retort.script;

import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.error.ControlCharacters;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.error.UsageException;
import dev.retort.migration.RevisionHeader;
import dev.retort.revision.NameKind;
import dev.retort.script.java.JavaNames;
import dev.retort.script.source.AtomicFile;
import dev.retort.script.source.HeaderBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes new revision files. Everything is checked before the file appears, the rendered text too. */
final class RevisionWriter {

    private final ScriptSettings settings;
    private final List<RevisionFile> files;
    private final Map<String, RevisionFile> byId;

    RevisionWriter(ScriptSettings settings, List<RevisionFile> files, Map<String, RevisionFile> byId) {
        this.settings = settings;
        this.files = files;
        this.byId = byId;
    }

    RevisionFile write(NewRevision revision, Function<RevisionDraft, String> renderer, Consumer<String> output) {
        RevisionDraft draft = draft(revision);
        String name = settings.display(draft.path());
        if (Files.exists(draft.path())) {
            throw AtomicFile.exists(name, null);
        }
        String text = renderer.apply(draft);
        RevisionReader reader = new RevisionReader(settings::display, settings.syntaxes());
        requireHeader(draft, reader.read(draft.path(), draft.format(), text).orElse(null));
        AtomicFile.create(draft.path(), text, name);
        new PostWriteHooks(settings, output).run(draft.path());
        try {
            return requireHeader(
                    draft, reader.read(draft.path(), draft.format()).orElse(null));
        } catch (ScriptException e) {
            remove(draft.path(), e);
            throw e;
        }
    }

    private static void remove(Path file, ScriptException why) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    RevisionDraft draft(NewRevision revision) {
        String id = revision.id() == null ? RevisionIds.fresh(byId) : revision.id();
        if (revision.id() != null) {
            RevisionIds.requireUsable(id, byId);
        }
        requireReadable(revision);
        ZonedDateTime created = CreateDate.of(revision.created(), settings.timezone());
        Path location = location(revision);
        List<String> parts = FileTemplate.parse(settings.fileTemplate())
                .render(id, Slug.of(revision.title(), settings.slugLength()), created);
        RevisionHeader header = new RevisionHeader(
                id,
                revision.revises(),
                revision.dependsOn(),
                revision.labels(),
                revision.message(),
                created.toInstant(),
                HeaderBuilder.API_LEVEL,
                null);
        return switch (revision.format()) {
            case JAVA -> javaDraft(header, location, parts);
            case SQL -> sqlDraft(header, location, parts);
        };
    }

    /** A message may have several lines. */
    private static void requireReadable(NewRevision revision) {
        if (!ControlCharacters.isWithoutBetweenLines(revision.message())) {
            throw new UsageException(
                    "The message '" + ControlCharacters.shownOnALine(revision.message())
                            + "' contains a control character.",
                    "Remove what is shown as \\u and four digits.");
        }
        for (String label : revision.labels()) {
            NameKind.LABEL.problemWhenNew(label).ifPresent(problem -> {
                throw new UsageException(problem, NameKind.LABEL.rule());
            });
        }
    }

    private RevisionDraft javaDraft(RevisionHeader header, Path location, List<String> parts) {
        List<String> names = parts.stream().map(JavaNames::identifier).toList();
        String className = names.get(names.size() - 1);
        Path path = resolve(location, names, RevisionFormat.JAVA);
        Path directory = Optional.ofNullable(path.getParent()).orElse(location);
        String packageName = new PackageOfNewFile(settings, files).find(location, directory);
        return new RevisionDraft(header, RevisionFormat.JAVA, path, packageName, className);
    }

    private RevisionDraft sqlDraft(RevisionHeader header, Path location, List<String> parts) {
        Path path = resolve(location, parts, RevisionFormat.SQL);
        for (String part : parts) {
            if (part.isEmpty() || part.startsWith(".")) {
                throw new ConfigurationException(
                        "file_template",
                        "The file would be called '" + settings.display(path) + "' and be ignored as a hidden one.",
                        null,
                        "Change the template, or choose an id that does not begin with a dot.");
            }
        }
        return new RevisionDraft(header, RevisionFormat.SQL, path, "", "");
    }

    private Path resolve(Path location, List<String> parts, RevisionFormat format) {
        if (parts.size() > 1 && !settings.recursive()) {
            throw new ConfigurationException(
                    "file_template",
                    "The template creates subdirectories, but they are not searched.",
                    null,
                    "Set recursive_version_locations = true.");
        }
        return location.resolve(String.join("/", parts) + format.extension());
    }

    /** The version location to write into, absolute. */
    private Path location(NewRevision revision) {
        List<Path> locations = settings.locations().stream()
                .filter(location -> !ScriptSettings.isClasspath(location))
                .map(settings::resolve)
                .toList();
        if (locations.isEmpty()) {
            throw new UsageException(
                    "New files cannot be written to '" + String.join("', '", settings.locations()) + "'.",
                    "Name a directory as version location.");
        }
        String wanted = revision.versionPath();
        if (wanted != null) {
            return locations.stream()
                    .filter(location -> sameDirectory(location, settings.resolve(wanted)))
                    .findFirst()
                    .orElseThrow(() -> notALocation(wanted, locations));
        }
        if (locations.size() == 1) {
            return locations.get(0);
        }
        return revision.revises().stream()
                .flatMap(parent -> Optional.ofNullable(byId.get(parent)).flatMap(RevisionFile::path).stream())
                .flatMap(file -> locations.stream().filter(location -> contains(location, file)))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There are several version locations, and no parent says which one to write into.",
                        Advice.of(
                                "Choose one with {}: {}.",
                                Advice.option("version-path"),
                                Advice.of(displayed(locations)))));
    }

    private UsageException notALocation(String wanted, List<Path> locations) {
        return new UsageException(
                "'" + wanted + "' is not a version location, so a file in it would not be found.",
                "The version locations are: " + displayed(locations) + ".");
    }

    private String displayed(List<Path> locations) {
        return String.join(", ", locations.stream().map(settings::display).toList());
    }

    private boolean contains(Path location, Path file) {
        return settings.recursive() ? file.startsWith(location) : location.equals(file.getParent());
    }

    private static boolean sameDirectory(Path one, Path other) {
        try {
            return one.equals(other) || Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /** The file, if it has the requested header; a custom template may have omitted something. */
    private RevisionFile requireHeader(RevisionDraft draft, @Nullable RevisionFile file) {
        if (file == null) {
            throw broken(draft, "no @Revision");
        }
        RevisionHeader wanted = draft.header();
        RevisionHeader found = file.header();
        requireSame(draft, "id", List.of(wanted.id()), List.of(found.id()));
        requireSame(draft, "revises", wanted.revises(), found.revises());
        requireSame(draft, "depends on", wanted.dependsOn(), found.dependsOn());
        requireSame(draft, "labels", wanted.labels(), found.labels());
        return file;
    }

    private void requireSame(RevisionDraft draft, String key, List<String> wanted, List<String> found) {
        if (!wanted.equals(found)) {
            throw broken(draft, "'" + key + "' " + found + " instead of " + wanted);
        }
    }

    private ScriptException broken(RevisionDraft draft, String what) {
        return new ScriptException(
                "The text of the new revision has " + what + ".",
                SourcePosition.of(settings.display(draft.path())),
                "Correct the template or the hook that wrote it.",
                null);
    }
}
