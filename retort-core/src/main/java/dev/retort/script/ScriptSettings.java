package dev.retort.script;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.ConfigurationException;
import dev.retort.script.java.ClassPathLoader;
import dev.retort.script.java.CompileCache;
import dev.retort.script.java.ScriptClassPath;
import dev.retort.script.java.ScriptCompiler;
import dev.retort.script.source.CacheDirectory;
import dev.retort.sql.SqlSyntaxes;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a script directory.
 *
 * @param baseDirectory what relative paths are relative to; absolute
 * @param viewpoint what paths in messages are relative to, if they are below it or below the base directory
 * @param scriptLocation the script directory, or {@code classpath:PATH}
 * @param versionLocations the directories with revision files, or {@code classpath:PATH}; empty for {@code versions} in the script location
 * @param recursive whether subdirectories of the version locations are searched too
 * @param fileTemplate the name of a new file, without extension
 * @param truncateSlugLength the maximum length of the message in a file name; 0 for 40
 * @param timezone the zone of creation dates; null or blank for the local one
 * @param packageName the Java package of new files; null for that of the newest revision in the same directory
 * @param hooks the post-write hooks
 * @param host the class loader of this library and its host, including packaged revisions
 * @param classPath the configured class path, which revisions may use; each entry is a file or a directory
 * @param furtherClassPath finds the rest of the application's class path, which may take seconds; used only for what does not compile
 *     without it
 * @param syntaxes the databases that sections of SQL revisions may name, and how they read SQL
 * @param cacheDirectory the directory for compiled revisions; null for a temporary directory
 */
public record ScriptSettings(
        Path baseDirectory,
        Path viewpoint,
        String scriptLocation,
        List<String> versionLocations,
        boolean recursive,
        String fileTemplate,
        int truncateSlugLength,
        @Nullable String timezone,
        @Nullable String packageName,
        List<PostWriteHook> hooks,
        ClassLoader host,
        List<Path> classPath,
        Supplier<List<Path>> furtherClassPath,
        SqlSyntaxes syntaxes,
        @Nullable Path cacheDirectory) {

    private static final String CLASSPATH = "classpath:";

    public ScriptSettings {
        baseDirectory = baseDirectory.toAbsolutePath().normalize();
        viewpoint = viewpoint.toAbsolutePath().normalize();
        versionLocations = List.copyOf(versionLocations);
        hooks = List.copyOf(hooks);
        classPath = List.copyOf(classPath);
    }

    /**
     * The settings of a project; compiled revisions are kept in {@code .retort} in its base directory.
     *
     * @param host what the host application has
     * @param classPath what the settings name of the application's class path
     * @param furtherClassPath finds what else the application has
     * @param syntaxes the databases that sections of SQL revisions may name, and how they read SQL
     * @throws ConfigurationException if a post-write hook is malformed
     */
    public static ScriptSettings of(
            Settings settings,
            ClassLoader host,
            List<Path> classPath,
            Supplier<List<Path>> furtherClassPath,
            SqlSyntaxes syntaxes) {
        return new ScriptSettings(
                settings.baseDirectory(),
                settings.viewpoint(),
                settings.required(ConfigKey.SCRIPT_LOCATION),
                settings.list(ConfigKey.VERSION_LOCATIONS),
                settings.flag(ConfigKey.RECURSIVE_VERSION_LOCATIONS),
                settings.required(ConfigKey.FILE_TEMPLATE),
                settings.number(ConfigKey.TRUNCATE_SLUG_LENGTH),
                settings.text(ConfigKey.TIMEZONE).orElse(null),
                settings.text(ConfigKey.PACKAGE).orElse(null),
                settings.tables(ConfigKey.POST_WRITE_HOOKS).stream()
                        .map(PostWriteHook::of)
                        .toList(),
                ClassPathLoader.seeingThisLibrary(host),
                classPath,
                furtherClassPath,
                syntaxes,
                settings.path(CacheDirectory.NAME));
    }

    /** The version locations with the default filled in. */
    List<String> locations() {
        if (!versionLocations.isEmpty()) {
            return versionLocations;
        }
        return List.of(isClasspath(scriptLocation) ? scriptLocation : scriptLocation + "/versions");
    }

    /** Whether a location is on the class path instead of a directory. */
    static boolean isClasspath(String location) {
        return location.startsWith(CLASSPATH);
    }

    /** The resource path of a {@code classpath:} location, without slashes at its ends. */
    static String resourcePath(String location) {
        String path = location.substring(CLASSPATH.length()).strip();
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    /** The application's classes, together with this library and what its host has. */
    ClassPathLoader application() {
        return ClassPathLoader.of(classPath, host);
    }

    /** A compiler of the sources in the directory. */
    ScriptCompiler compiler(CompileCache cache) {
        return new ScriptCompiler(this::display, new ScriptClassPath(classPath, furtherClassPath), cache);
    }

    Path resolve(String path) {
        return baseDirectory.resolve(path).normalize();
    }

    /** A path as messages show it. */
    String display(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        String text = absolute.toString();
        String below = viewpoint + absolute.getFileSystem().getSeparator();
        if (text.startsWith(below)) {
            return text.substring(below.length());
        }
        return absolute.startsWith(baseDirectory) && Objects.equals(absolute.getRoot(), viewpoint.getRoot())
                ? viewpoint.relativize(absolute).toString()
                : absolute.toString();
    }

    int slugLength() {
        return truncateSlugLength == 0 ? 40 : truncateSlugLength;
    }
}
