package dev.retort.revision;

import dev.retort.error.ControlCharacters;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of revisions and of branches. They share one namespace, and whoever gives a target must be able to say each of them. */
public enum NameKind {
    ID("revision id", "@-+:,", "[\\p{L}\\p{Nd}_]+(?:\\.[\\p{L}\\p{Nd}_]+)*", "dots"),
    LABEL("branch label", "@+:,", "[\\p{L}\\p{Nd}_]+(?:[./-][\\p{L}\\p{Nd}_]+)*", "dots, hyphens or slashes");

    private static final int LONGEST = 255;
    private static final int LONGEST_NEW = 64;
    private static final Set<String> RESERVED = Set.of(
            RevisionTarget.Head.WORD, RevisionTarget.Heads.WORD, RevisionTarget.Base.WORD, RevisionTarget.Current.WORD);

    private final String words;
    private final String illegal;
    private final Pattern usual;
    private final String separators;

    NameKind(String words, String illegal, String usual, String separators) {
        this.words = words;
        this.illegal = illegal;
        this.usual = Pattern.compile(usual);
        this.separators = separators;
    }

    /** Whether a name is one of the words that targets use, so that no revision and no branch has it. */
    static boolean isWord(String name) {
        return RESERVED.contains(name);
    }

    /** What is wrong with a name that a file has, as one sentence; empty when a target can say it. */
    public Optional<String> problem(String name) {
        return fault(name)
                .map(fault -> "The " + words + " '" + ControlCharacters.shownOnALine(name) + "' " + fault + ".");
    }

    /** What is wrong with a name for a new file, as one sentence; empty when nothing is. Fewer names are good for a new file. */
    public Optional<String> problemWhenNew(String name) {
        return isUsual(name)
                ? problem(name)
                : Optional.of("'" + ControlCharacters.shownOnALine(name) + "' cannot be a " + words + ".");
    }

    /** Which names are good for a new file, as one sentence. */
    public String rule() {
        return (this == ID ? "An id" : "A label") + " is 1 to " + LONGEST_NEW + " letters, digits, underscores, or "
                + separators + " between them.";
    }

    private boolean isUsual(String name) {
        return name.length() <= LONGEST_NEW && usual.matcher(name).matches();
    }

    private Optional<String> fault(String name) {
        if (name.isBlank()) {
            return Optional.of("is blank");
        }
        if (name.length() > LONGEST) {
            return Optional.of("has " + name.length() + " characters; " + LONGEST + " are allowed");
        }
        if (RESERVED.contains(name)) {
            return Optional.of("is a reserved word");
        }
        if (!ControlCharacters.isWithout(name)) {
            return Optional.of("contains a control character");
        }
        if (name.chars().anyMatch(character -> Character.isWhitespace(character) || Character.isSpaceChar(character))) {
            return Optional.of("contains a blank");
        }
        Set<String> offending = name.chars()
                .filter(character -> illegal.indexOf(character) >= 0)
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!offending.isEmpty()) {
            return Optional.of("contains what is not allowed in it: " + String.join(" ", offending));
        }
        return name.startsWith("-")
                ? Optional.of("begins with a hyphen, as relative identifiers do")
                : Optional.empty();
    }
}
