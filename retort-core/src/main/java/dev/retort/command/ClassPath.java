package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.error.FileReason;
import dev.retort.error.SpecialFile;
import dev.retort.script.ScriptSettings;
import dev.retort.sql.SqlSyntaxes;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The application's class path. */
final class ClassPath {

    private ClassPath() {}

    /** The class path of revisions: a Maven project is asked for it only when a revision needs it. */
    static ScriptSettings scriptSettings(Settings settings, ClassLoader host, SqlSyntaxes syntaxes) {
        List<Path> named = named(settings);
        return ScriptSettings.of(settings, host, named, () -> named.isEmpty() ? asked(settings) : List.of(), syntaxes);
    }

    /** The whole class path: that of the setting, or else that of the Maven project. */
    static List<Path> whole(Settings settings) {
        List<Path> named = named(settings);
        return named.isEmpty() ? asked(settings) : named;
    }

    private static List<Path> asked(Settings settings) {
        MavenProject maven = new MavenProject(settings.baseDirectory());
        if (!maven.exists()) {
            return List.of();
        }
        List<Path> asked = new ArrayList<>(List.of(maven.classes()));
        asked.addAll(maven.classPath());
        return asked;
    }

    /** The class path of the setting, with {@code lib/*.jar} expanded. */
    static List<Path> named(Settings settings) {
        List<Path> entries = new ArrayList<>();
        for (String text : settings.list(ConfigKey.CLASSPATH)) {
            int star = text.indexOf('*');
            if (star < 0) {
                entries.add(settings.path(text));
            } else {
                entries.addAll(matching(settings, text, star));
            }
        }
        entries.forEach(ClassPath::refuseSpecial);
        return entries;
    }

    private static void refuseSpecial(Path entry) {
        try {
            SpecialFile.refuse(entry);
        } catch (IOException e) {
            throw new ConfigurationException(
                    ConfigKey.CLASSPATH.key(),
                    "'" + entry + "' cannot be on the class path: " + FileReason.of(e) + ".",
                    null,
                    "Name jars and directories of classes.");
        }
    }

    /** Entries as URLs for a class loader. */
    static URL[] urls(List<Path> entries) {
        URL[] urls = new URL[entries.size()];
        for (int i = 0; i < urls.length; i++) {
            try {
                urls[i] = entries.get(i).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new ConfigurationException(
                        ConfigKey.CLASSPATH.key(),
                        "'" + entries.get(i) + "' cannot be put on a class path.",
                        null,
                        Advice.NONE);
            }
        }
        return urls;
    }

    private static List<Path> matching(Settings settings, String text, int star) {
        int slash = text.lastIndexOf('/', star);
        Path directory = settings.path(slash < 0 ? "." : text.substring(0, slash));
        String pattern = text.substring(slash + 1);
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, pattern)) {
            stream.forEach(found::add);
        } catch (IOException e) {
            throw new ConfigurationException(
                    ConfigKey.CLASSPATH.key(),
                    "'" + text + "' cannot be read: " + FileReason.of(e) + ".",
                    null,
                    Advice.NONE);
        }
        Collections.sort(found);
        return found;
    }
}
