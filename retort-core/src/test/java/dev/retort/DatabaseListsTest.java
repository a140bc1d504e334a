package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A test that runs on some databases asks for what they can do, with {@code @ForDatabases}, so that a new one is in it. Those that name
 * databases instead are counted here, each class with its reason.
 */
class DatabaseListsTest {

    /** The names of the dialects, in small letters and in capitals. */
    private static final String DATABASE = HouseRulesTest.dialects().stream()
            .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
            .collect(Collectors.joining("|", "(", ")"));

    private static final Pattern LIST = Pattern.compile("@EnumSource\\([^)]*\\b" + DATABASE + "\\b"
            + "|@DatabaseRows\\(\"[A-Z0-9_+]+\"\\)"
            + "|@ValueSource\\([^)]*\"" + DATABASE + "\""
            + "|(EnumSet|Set)\\.(of|complementOf)\\(\\s*(DatabaseUnderTest\\.|SharedDatabase\\.)?" + DATABASE + "\\b");

    /**
     * Lists that a class may have.
     *
     * @param count how many
     * @param because why no capability is asked for
     */
    private record Allowed(int count, String because) {}

    private static final Map<String, Allowed> ALLOWED = Map.ofEntries(
            Map.entry("CustomOperationTest", new Allowed(3, "the manual shows a trigger in SQL")),
            Map.entry("EffectCases", new Allowed(8, "options of one product, limits of names, names of primary keys")),
            Map.entry("EffectProbeIT", new Allowed(9, "options of one product, and what each server makes of a text")),
            Map.entry("ExpressionsIT", new Allowed(2, "the texts are in the words of these servers")),
            Map.entry("ManualExamplesTest", new Allowed(1, "the README shows a DROP INDEX without its table")),
            Map.entry("OfflineTest", new Allowed(1, "triggers whose body is SQL")),
            Map.entry("OwnDefinitionsTest", new Allowed(2, "no server is at hand that could be asked")),
            Map.entry("RefusalTest", new Allowed(1, "the embedded server takes any password")),
            Map.entry("SpellingMapperTest", new Allowed(1, "no server is at hand that could be asked")),
            Map.entry("RetryTest", new Allowed(1, "procedures")),
            Map.entry("SpellingIT", new Allowed(1, "the two ways to be asked: a server, and a database in memory")),
            Map.entry("TransactionTest", new Allowed(1, "procedures whose body is SQL, with a COMMIT")),
            Map.entry("UnknownTypesTest", new Allowed(1, "no server is at hand that could be asked")));

    @Test
    void aTestAsksForWhatDatabasesCanDoAndListsThemOnlyWithAReason() throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        for (Path source : HouseRulesTest.sources("")) {
            int lists = (int) LIST.matcher(Files.readString(source)).results().count();
            String name = source.getFileName().toString().replace(".java", "");
            if (source.toString().contains("/src/test/") && lists > 0) {
                found.merge(name, lists, Integer::sum);
            }
        }
        Map<String, Integer> allowed = new TreeMap<>();
        ALLOWED.forEach((name, lists) -> allowed.put(name, lists.count()));
        assertThat(found)
                .as(
                        "ask for a capability, as in @ForDatabases(has = Capability.SEQUENCES), or give a reason; known: %s",
                        ALLOWED)
                .isEqualTo(allowed);
    }
}
