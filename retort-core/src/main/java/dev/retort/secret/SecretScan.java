package dev.retort.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds by their form the secrets that a text holds: in settings that are named like one, where SQL takes a password, and in the logins of
 * addresses. Its time grows with the length of the text alone. Where the end of a secret cannot be told, it finds too much inside the
 * quotes around it rather than too little.
 */
public final class SecretScan {

    /**
     * A part of a text.
     *
     * @param begin where it begins
     * @param end where it ends
     */
    public record Part(int begin, int end) {

        /** The same part of a text that begins earlier. */
        Part shifted(int by) {
            return new Part(begin + by, end + by);
        }
    }

    private static final Set<String> CIPHERS = Set.of(
            "crypt",
            "encrypt",
            "decrypt",
            "pgp_sym_encrypt",
            "pgp_sym_decrypt",
            "aes_encrypt",
            "aes_decrypt",
            "des_encrypt",
            "des_decrypt");

    private static final int PASSWORD_OF_LINKED_SCHEMA = 5;

    private static final Set<String> BEFORE_CREDENTIALS = Set.of("by", "using", "as", "replace", "values");

    /** How many words further on a statement may still say by what a user is identified. */
    private static final int CLAUSE = 12;

    private static final Set<String> ACCOUNTS = Set.of("user", "role", "to");
    private static final Set<String> BEFORE_ROWS = Set.of("insert", "into", "replace");
    private static final Set<String> AUXILIARY_VERBS = Set.of("is", "are", "was", "be", "been");
    private static final Set<String> NO_CREDENTIALS = Set.of("random", "password", "values");

    /** What lists words, not names with their values. */
    private static final Set<String> BEFORE_LISTS = Set.of("in", "enum", "set", "any", "array");

    /** What is no secret where a secret could stand. */
    private static final Pattern NO_SECRET = Pattern.compile(
            "(?:null|default)\\b|[?…<]|\\$\\d|\\$\\{|%\\(?[sLI]|\\*\\*\\*|(?:value)?\\.\\.\\.",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORDS = Pattern.compile("(?:true|false)\\b|[A-Za-z]+[ \\t]+\\p{L}");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,40}(?![^\\s.,;!?)'\"])");

    private static final Set<String> HTTP_SCHEMES = Set.of("basic", "bearer");
    private static final Pattern HTTP_LOGIN = Pattern.compile("\\s{1,5}([\\w.~+/-]{1,4000}=*)");

    /** A token where a sentence could continue: it is long or has digits. */
    private static final Pattern HTTP_TOKEN =
            Pattern.compile("\\s{1,5}((?=\\S{0,200}\\d|\\S{20})[\\w.~+/-]{8,4000}=*)");

    private static final Pattern ELEMENT = Pattern.compile("([^<\\n]{1,2000})");

    private static final Pattern FORMAT = Pattern.compile("%[LsI]?'\\s*,");

    /** What begins again: behind a statement that is cut short, and around what a server repeats of one. */
    private static final Pattern BORDER =
            Pattern.compile(Pattern.quote(FirstLine.CUT) + "|near '(.{1,1000}?)' at line \\d", Pattern.DOTALL);

    private final String text;
    private final boolean address;
    private final boolean backslashes;
    private final SecretValues values;

    private final StatementWords words = new StatementWords();
    private final StatementSecrets ofStatement;
    private final AddressSecrets addresses;
    private final RepeatedSecrets repeated;

    private String wordBeforeParenthesis = "";

    /** How many words had been read when something was; far back for never. */
    private int account = -CLAUSE;

    private int credentials = -CLAUSE;
    private int salt = -CLAUSE;
    private boolean ofAccount;

    private SecretScan(String text, boolean address, boolean backslashes) {
        this.text = text;
        this.address = address;
        this.backslashes = backslashes;
        this.values = new SecretValues(text, address, backslashes);
        this.ofStatement = new StatementSecrets(text, values, words);
        this.addresses = new AddressSecrets(text, values);
        this.repeated = new RepeatedSecrets(text, values);
    }

    /**
     * The secrets in a text of any kind, in which something may be cut short.
     *
     * @param backslashes whether the database takes a backslash in quotes for the escape of what follows
     */
    public static List<Part> ofText(String text, boolean backslashes) {
        if (SecretNames.isWithoutAny(text)) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        Matcher border = BORDER.matcher(text);
        int begin = 0;
        while (border.find()) {
            boolean repeated = border.group(1) != null;
            addParts(parts, text, begin, repeated ? border.start(1) : border.end(), backslashes);
            if (repeated) {
                addParts(parts, text, border.start(1), border.end(1), backslashes);
            }
            begin = border.end();
        }
        addParts(parts, text, begin, text.length(), backslashes);
        return parts;
    }

    private static void addParts(List<Part> parts, String text, int begin, int end, boolean backslashes) {
        for (Part part : ofWhole(text.substring(begin, end), backslashes)) {
            parts.add(part.shifted(begin));
        }
    }

    /** The secrets in a text that is not cut short. */
    static List<Part> ofWhole(String text, boolean backslashes) {
        return SecretNames.isWithoutAny(text) ? List.of() : new SecretScan(text, false, backslashes).scan();
    }

    /** The secrets in the settings of an address, which is the whole text. */
    static List<Part> ofSettings(String address) {
        return new SecretScan(address, true, false).scan();
    }

    /** A text with a mask in place of parts of it, which are in order. */
    public static String masked(String text, List<Part> parts) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (Part part : parts) {
            shown.append(text, at, part.begin()).append(SecretPlaces.MASK);
            at = part.end();
        }
        return shown.append(text, at, text.length()).toString();
    }

    private List<Part> scan() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isNamePart(c)) {
                int end = wordEnd(at);
                at = Math.max(end, afterWord(at, end));
            } else {
                sign(c, at);
                at++;
            }
        }
        return values.found();
    }

    /** Whether a character may be in the name of a setting. */
    public static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private int wordEnd(int begin) {
        int end = begin;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void sign(char c, int at) {
        switch (c) {
            case '\'', '"', '`' -> {
                if (values.open() == c && (at + 1 == text.length() || !isWordPart(text.charAt(at + 1)))) {
                    values.close();
                    words.closed(c);
                } else if (values.open() == SecretValues.NONE && (at == 0 || !isWordPart(text.charAt(at - 1)))) {
                    values.open(c, at);
                    words.opened(c);
                }
            }
            case '\n' -> values.close();
            case '$' -> values.dollar(at);
            case ';' -> credentials = -CLAUSE;
            case '(' -> wordBeforeParenthesis = words.last(0);
            default -> {}
        }
        words.sign(c);
    }

    /** Reads what a word introduces, and says where to continue. */
    private int afterWord(int begin, int end) {
        if (end - begin > SecretNames.LONGEST) {
            return end;
        }
        String word = text.substring(begin, end);
        String lower = word.toLowerCase(Locale.ROOT);
        words.word(lower, values.open());
        if (address) {
            return SecretNames.isOneOfAddress(word) ? afterName(word, begin, end) : end;
        }
        if (text.startsWith(":/", end) || (lower.equals("jdbc") && text.startsWith(":", end))) {
            return addresses.address(lower, begin, end);
        }
        if (SecretNames.isOne(word) || isKeyOfSqlite()) {
            return afterName(word, begin, end);
        }
        int rows = BEFORE_ROWS.contains(lower) ? ofStatement.afterInto(end) : end;
        if (rows > end) {
            return rows;
        }
        if (lower.equals("entry") && words.last(1).equals("duplicate")) {
            return repeated.entry(end);
        }
        if (lower.equals("linked")) {
            return ofStatement.afterLinked(end);
        }
        return afterKeyword(lower, end);
    }

    /** SQLCipher's words for a password. */
    private boolean isKeyOfSqlite() {
        return switch (words.last(0)) {
            case "hexkey", "rekey", "hexrekey", "textkey" -> words.last(1).equals("pragma");
            case "key" -> words.last(1).equals("pragma") || words.last(2).equals("as");
            default -> false;
        };
    }

    private int afterKeyword(String word, int end) {
        if (ACCOUNTS.contains(word)) {
            account = words.count();
        } else if (word.equals("identified") && !AUXILIARY_VERBS.contains(words.last(1))) {
            credentials = words.count();
            ofAccount = words.count() - account <= CLAUSE / 2;
        } else if (BEFORE_CREDENTIALS.contains(word) && words.count() - credentials < CLAUSE) {
            return credential(word, end);
        } else if (word.equals("salt")) {
            salt = words.count();
            return values.direct(end, "'");
        } else if (word.equals("hash") && words.count() - salt <= 2) {
            return values.direct(end, "'");
        } else if (words.last(1).equals("authorization") && HTTP_SCHEMES.contains(word)) {
            return values.matching(HTTP_LOGIN, end);
        } else if (word.equals("bearer")) {
            return values.matching(HTTP_TOKEN, end);
        } else if (text.startsWith("(", end)) {
            return afterFunction(word, end + 1);
        }
        return end;
    }

    /** Reads the arguments of what takes a password among them. */
    private int afterFunction(String function, int begin) {
        if (CIPHERS.contains(function)) {
            return values.allIn(begin);
        }
        return function.equals("link_schema")
                ? values.arguments(begin, number -> number == PASSWORD_OF_LINKED_SCHEMA)
                : begin - 1;
    }

    private int credential(String word, int end) {
        int at = QuotedText.afterGap(text, end);
        int after = values.direct(end, "'\"\\");
        if (after > end) {
            credentials = words.count();
            return after;
        }
        int wordEnd = wordEnd(at);
        boolean bare = word.equals("by") && ofAccount && wordEnd > at;
        return bare && !NO_CREDENTIALS.contains(text.substring(at, wordEnd).toLowerCase(Locale.ROOT))
                ? values.unquoted(end, at)
                : end;
    }

    // what a name introduces

    private static String lower(String call) {
        return call.substring(0, call.length() - 1).toLowerCase(Locale.ROOT);
    }

    private int afterName(String name, int begin, int end) {
        int at = afterNamesQuote(begin, end);
        if (at > end && text.charAt(begin - 1) == values.open()) {
            values.close();
        }
        if (at > end && isPair(begin)) {
            int value = QuotedText.afterGap(text, at);
            if (text.startsWith(",", value)) {
                return values.direct(value + 1, "'");
            }
        }
        int sign = QuotedText.afterGap(text, at);
        if (at == end && words.last(0).equals("token") && text.startsWith(":", sign)) {
            // Parsers say so of what they do not expect.
            return end;
        }
        boolean isText = begin > 0 && text.charAt(begin - 1) == '\'';
        int column = isText ? -1 : ofStatement.afterColumn(sign);
        if (column >= 0) {
            return column;
        }
        if (begin > 0 && text.charAt(begin - 1) == '<' && text.startsWith(">", end)) {
            return values.matching(ELEMENT, end + 1);
        }
        int value = afterAssignment(name, sign);
        if (value > sign) {
            return value(begin, text.charAt(sign) == ':', value);
        }
        if (sign < text.length() && text.charAt(sign) == '(') {
            return QuotedText.at(text, QuotedText.afterGap(text, sign + 1), backslashes) == null
                    ? end
                    : values.allIn(sign + 1);
        }
        Matcher format = FORMAT.matcher(text).region(sign, text.length());
        if (format.lookingAt()) {
            values.close();
            return values.allIn(format.end());
        }
        int key = repeated.key(end);
        if (key > end) {
            return key;
        }
        boolean alone = SecretNames.isPassword(name) || isKeyOfSqlite();
        Matcher call = SecretValues.CALL.matcher(text).region(sign, text.length());
        if (alone && sign > end && call.lookingAt() && !BEFORE_LISTS.contains(lower(call.group()))) {
            return values.allIn(call.end());
        }
        return alone || isInList(begin) ? values.direct(at, alone ? "'\"\\$" : "'") : end;
    }

    /** Behind the quote that closes a name. */
    private int afterNamesQuote(int begin, int end) {
        if (begin == 0 || end == text.length()) {
            return end;
        }
        char before = text.charAt(begin - 1);
        if ("'\"`[".indexOf(before) < 0) {
            return end;
        }
        int at = end;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        char close = before == '[' ? ']' : before;
        int quotes = at;
        while (at < text.length() && text.charAt(at) == close) {
            at++;
        }
        return at == quotes ? end : at;
    }

    /** Whether a name in quotes precedes its value, such as in the arguments of a function. */
    private boolean isPair(int begin) {
        int before = QuotedText.beforeBlanks(text, begin - 2);
        return text.charAt(begin - 1) == '\''
                && before >= 0
                && "(,".indexOf(text.charAt(before)) >= 0
                && !BEFORE_LISTS.contains(wordBeforeParenthesis);
    }

    private boolean isInList(int begin) {
        int before = begin - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && "(,".indexOf(text.charAt(before)) >= 0;
    }

    /** Behind what says that a value follows; the offset where nothing does. */
    private int afterAssignment(String name, int at) {
        if (text.startsWith("=>", at) || text.startsWith(":=", at)) {
            return at + 2;
        }
        if (text.startsWith("=", at)) {
            return at + 1;
        }
        if (text.startsWith(":", at) && !text.startsWith("::", at)) {
            return at + 1;
        }
        if (isWord("to", at)) {
            boolean value = words.endWithSetting() || values.isQuoted(QuotedText.afterGap(text, at + 2));
            return value ? at + 2 : at;
        }
        if (name.equalsIgnoreCase("password") && isWord("for", at)) {
            int end = Math.min(text.length(), at + 300);
            int equals = text.substring(at, end).indexOf('=');
            return equals < 0 || text.substring(at, at + equals).indexOf(';') >= 0 ? at : at + equals + 1;
        }
        return at;
    }

    private boolean isWord(String word, int at) {
        return text.regionMatches(true, at, word, 0, word.length())
                && (at + word.length() == text.length() || !isNamePart(text.charAt(at + word.length())));
    }

    private int value(int begin, boolean colon, int offset) {
        int at = QuotedText.afterGap(text, offset);
        if (at == text.length()) {
            return at;
        }
        Matcher format = FORMAT.matcher(text).region(at, text.length());
        if (!address && format.lookingAt()) {
            values.close();
            return values.allIn(format.end());
        }
        if (!address && text.charAt(at) == '[') {
            return values.allIn(at + 1);
        }
        if (!address && !values.isOpenDollar(at)) {
            int after = values.quoted(at);
            if (after > at || "'\"".indexOf(text.charAt(at)) >= 0) {
                return after;
            }
        }
        if (NO_SECRET.matcher(text).region(at, text.length()).lookingAt()
                || (colon && !address && text.charAt(at) == '{')) {
            return at;
        }
        Matcher call = SecretValues.CALL.matcher(text).region(at, text.length());
        if (!address && call.lookingAt()) {
            return values.allIn(call.end());
        }
        boolean lineEnded = text.substring(offset, at).indexOf('\n') >= 0;
        if (lineEnded
                && (colon
                        || SecretValues.NEXT
                                .matcher(text)
                                .region(at, text.length())
                                .lookingAt())) {
            return offset;
        }
        if (colon && !address && isProse(begin, offset, at)) {
            return offset;
        }
        if (!colon && isColumn(at)) {
            return at;
        }
        return values.unquoted(begin, at);
    }

    /** Whether what follows a colon is rather a sentence about secrets. */
    private boolean isProse(int begin, int offset, int at) {
        if (words.last(1).equals("using") && (isWord("yes", at) || isWord("no", at))) {
            return true;
        }
        return at > offset
                && (WORDS.matcher(text).region(at, text.length()).lookingAt()
                        || (isInSentence(begin)
                                && WORD.matcher(text).region(at, text.length()).lookingAt()));
    }

    /** Whether a word precedes it on the same line. */
    private boolean isInSentence(int begin) {
        int before = QuotedText.beforeBlanks(text, begin - 1);
        return before >= 0 && before < begin - 1 && isWordPart(text.charAt(before));
    }

    /** Whether a value is a column that is named like a secret itself, as in a join. */
    private boolean isColumn(int at) {
        int end = wordEnd(at);
        return end > at
                && end - at <= SecretNames.LONGEST
                && text.substring(at, end).indexOf('.') > 0
                && SecretNames.isOne(text.substring(at, end));
    }
}
