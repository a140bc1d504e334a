package dev.retort.tests.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.shell.ArchiveCache;
import dev.retort.tests.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Order(1)
class LauncherTest {

    /** Java would otherwise look for a retort.toml upwards from a folder that is not there, and find another project's. */
    @Test
    @Tag("jdk")
    void aFolderWhoseNameIsNoTextIsRefusedBeforeAnotherProjectIsFound() throws Exception {
        Shell.Outcome outcome = new Shell(directory, Map.of()).run("""
                retort init --template sql migrations
                printf 'url = "jdbc:sqlite:x.db"\\n' >>retort.toml
                inner=$(printf 'gr\\374n')
                mkdir "$inner"
                cd "$inner"
                for command in 'stamp base' 'init' 'current' 'revision -m x'; do
                    retort $command || echo "code $?"
                done
                cd ..
                ls | od -An -c | tr -d ' \\n'
                """);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output().split("\ncode 2\n", -1)).hasSize(5);
        assertThat(outcome.output())
                .contains("error: The name of the working directory ", "bytes that are no characters")
                .endsWith("gr374n\\nmigrations\\nretort.toml\\n");
    }

    /** A shell beside a copy of the program. */
    private static Shell copy;

    @TempDir
    private Path directory;

    @BeforeAll
    static void makeAnArchive(@TempDir Path shared) throws Exception {
        copy = withArchive("copy", shared, shared);
    }

    @Test
    void startsThroughALinkAndFromADirectoryWithASpaceInItsName() throws Exception {
        Path elsewhere = Files.createDirectory(directory.resolve("some where"));

        Shell.Outcome outcome =
                new Shell(elsewhere, Map.of()).run("ln -s \"$(command -v retort)\" 'a link'\n'./a link' --version");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("\nretort ");
    }

    @Test
    void saysWhatIsMissingWhereThereIsNoJava() throws Exception {
        Shell.Outcome outcome = new Shell(directory, Map.of("JAVA_HOME", directory.toString())).run("retort --version");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("retort: no Java is found; install a JDK of version 17 or later");
    }

    @Test
    @Tag("jdk")
    void makesOneArchiveOfClassesHoweverManyStartAtOnce() throws Exception {
        assertThat(copy.run("RETORT_JAVA_OPTS=-Xlog:class+load:file=loaded.txt copy/bin/retort --version")
                        .exitCode())
                .isZero();
        assertThat(Files.readAllLines(copy.directory().resolve("loaded.txt")))
                .filteredOn(line -> line.contains("picocli.CommandLine source:"))
                .singleElement()
                .asString()
                .contains("shared objects file");
    }

    @Test
    @Tag("jdk")
    void unpacksTheLibraryOfSqlitesDriverOnceAndForAll() throws Exception {
        Shell.Outcome outcome = copy.run("""
                copy/bin/retort init migrations
                RETORT_JAVA_OPTS=-Dorg.sqlite.tmpdir=/nowhere DATABASE_URL=jdbc:sqlite:shop.db copy/bin/retort current --json
                """);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    @Test
    @Tag("jdk")
    void startsFromAnArchiveInADirectoryWithASpaceInItsName() throws Exception {
        Shell.Outcome outcome = copy.run("""
                mkdir 'a cache'
                cp -a retort 'a cache'
                export XDG_CACHE_HOME="$PWD/a cache"
                RETORT_JAVA_OPTS=-Xlog:class+load:file=spaced.txt copy/bin/retort --version
                """);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(Files.readString(copy.directory().resolve("spaced.txt")))
                .contains("picocli.CommandLine source: shared objects file");
    }

    /** Java takes no more than its own classes from it there. */
    @Test
    @Tag("jdk")
    void makesAnArchiveAlsoWhereTheDirectoryHasASpaceInItsName() throws Exception {
        Shell.Outcome outcome = withArchive("a copy", directory, directory).run("'a copy/bin/retort' --version");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkdir elsewhere\nln -s elsewhere retort", "touch retort"})
    void leavesACacheAloneThatIsNotThisUsersOwn(String making) throws Exception {
        Shell shell = new Shell(directory, Map.of("XDG_CACHE_HOME", directory.toString(), "RETORT_NO_ARCHIVE", ""));
        assertThat(shell.run(making).exitCode()).isZero();

        Shell.Outcome outcome =
                shell.run("retort --version\nfind . -name '*.claim' -o -name 'draft*' -o -name '*.jsa'");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("\nretort ").doesNotContain("./");
    }

    @Test
    void emptiesAndClosesACacheOfOursThatOthersCanWrite() throws Exception {
        Shell.Outcome outcome = copy.run("""
                mkdir caches
                cp -a retort caches
                chmod g+w caches/retort
                export XDG_CACHE_HOME="$PWD/caches"
                RETORT_JAVA_OPTS=-Xlog:class+load:file=emptied.txt copy/bin/retort --version
                [ "$(find caches/retort)" = caches/retort ]
                [ -n "$(find caches/retort -perm 700)" ]
                """);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(Files.readString(copy.directory().resolve("emptied.txt")))
                .contains("picocli.CommandLine source:")
                .doesNotContain("picocli.CommandLine source: shared objects file");
    }

    @Test
    void makesAnArchiveAfterAStartThatWasKilledWhereUsersHaveGroupsOfTheirOwn() throws Exception {
        Shell shell = new Shell(directory, Map.of("XDG_CACHE_HOME", directory.toString(), "RETORT_NO_ARCHIVE", ""));

        Shell.Outcome killed = shell.run("""
                umask 002
                mkdir killing
                mkfifo killed
                printf '#!/bin/sh\\nkill -9 $PPID\\necho >killed\\n' >killing/nice
                chmod +x killing/nice
                PATH=$PWD/killing:$PATH retort --version
                cat killed
                touch -t 202001010000 retort/*.claim
                [ -z "$(find retort -perm -020)" ]
                """);
        assertThat(killed.exitCode()).as(killed.output()).isZero();

        assertThat(ArchiveCache.madeBy("retort", directory, directory).names()).anyMatch(name -> name.endsWith(".jsa"));
    }

    @Test
    void keepsNothingWithoutAHomeDirectory() throws Exception {
        Shell.Outcome outcome = new Shell(directory, Map.of("RETORT_NO_ARCHIVE", ""))
                .run("unset HOME XDG_CACHE_HOME\nretort --version\nfind . -name 'retort*'\n[ ! -e /.cache/retort ]");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("\nretort ").doesNotContain("./");
    }

    /** Every character is said by its bytes, as the process of the tests may have a locale that lacks it. */
    @ParameterizedTest
    @Tag("jdk")
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL= LC_CTYPE= LANG=", "LC_ALL=xx_YY.UTF-8"})
    void knowsFilesByTheirNamesInEveryLocale(String locale) throws Exception {
        Shell.Outcome outcome =
                new Shell(directory, Map.of("DATABASE_URL", "jdbc:sqlite:shop.db")).run("""
                folder=$(printf 'dir \\303\\274')
                export LOCALE
                retort init --template sql "$folder"
                retort revision --rev-id ab12 -m "$(printf '\\304\\260stanbul')"
                printf -- '-- revision: cd34\\n-- revises: ab12\\n-- upgrade\\n-- downgrade\\n' >"$folder/versions/gr$(printf '\\303\\274')n.sql"
                retort upgrade heads
                retort current
                ls
                ls "$folder/versions" | od -An -c | tr -d ' \\n'
                """.replace("LOCALE", locale));

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("cd34 (head)", "gr303274n.sql").doesNotContain("?");
    }

    /** By the launcher, which looks for a locale with UTF-8, and without it. */
    @Test
    @Tag("jdk")
    void aFileWhoseNameIsNoTextIsNamedByItsBytes() throws Exception {
        Shell.Outcome outcome = new Shell(directory, Map.of("DATABASE_URL", "jdbc:sqlite:shop.db")).run("""
                retort init --template sql m
                retort revision --rev-id ab12 -m first
                cp m/versions/*.sql "m/versions/gr$(printf '\\374')n.sql"
                retort upgrade || echo "code $?"
                lib=$(dirname "$(command -v retort)")/../lib
                LC_ALL=C "$JAVA_HOME/bin/java" -cp "$lib/*" dev.retort.cli.Main upgrade || echo "code $?"
                rm m/versions/gr*
                touch "m/versions/gr$(printf '\\374')n.txt"
                retort upgrade
                """);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()
                        .lines()
                        .filter(line -> line.contains(
                                "m/versions: The name gr%FCn.sql, in which a % and two digits stand for a byte,")))
                .as(outcome.output())
                .hasSize(2);
        assertThat(outcome.output())
                .contains("Rename it, or set LC_ALL", "code 1")
                .doesNotContain("does not exist");
    }

    /** As where a machine has no locale with UTF-8. */
    @Test
    @Tag("jdk")
    void aCallWithLostCharactersIsRefusedBeforeAnythingIsWritten() throws Exception {
        Shell.Outcome outcome = new Shell(directory, Map.of()).run("""
                mkdir empty
                cd empty
                lib=$(dirname "$(command -v retort)")/../lib
                LC_ALL=C "$JAVA_HOME/bin/java" -cp "$lib/*" dev.retort.cli.Main init "$(printf 'dir \\303\\274')" --json || echo "code $?"
                rmdir ../empty
                """);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("{\"error\":{\"kind\":\"usage\"", "Set LC_ALL", "\ncode 2\n");
    }

    /** A shell beside a copy of the program, which has made its one archive. */
    private static Shell withArchive(String copy, Path directory, Path caches) throws Exception {
        Shell shell = new Shell(directory, Map.of("XDG_CACHE_HOME", caches.toString()));
        assertThat(shell.run("cp -r \"$(dirname \"$(command -v retort)\")/..\" '" + copy + "'")
                        .exitCode())
                .isZero();
        ArchiveCache cache = ArchiveCache.madeBy(copy + "/bin/retort", directory, caches);
        assertThat(cache.names()).filteredOn(name -> name.endsWith(".jsa")).hasSize(1);
        assertThat(cache.names())
                .as("the archive and the directory of the native library")
                .hasSize(2);
        return shell;
    }
}
