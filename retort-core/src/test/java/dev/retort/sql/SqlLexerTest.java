package dev.retort.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.sql.SqlSyntax.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlLexerTest {

    private static final SqlSyntax BRACKETS =
            SqlSyntax.COMMON.with(Feature.NAMES_IN_BRACKETS).without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES);
    private static final SqlSyntax HASHES = SqlSyntax.COMMON
            .with(Feature.HASH_COMMENTS, Feature.BACKSLASHES, Feature.TEXTS_IN_DOUBLE_QUOTES)
            .without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES);
    private static final SqlSyntax ALTERNATE = SqlSyntax.COMMON.with(Feature.ALTERNATE_QUOTES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    a+B | word:a sign:+ word:b
                    'it''s' "a""b" `c` | text:it's quoted_name:a"b quoted_name:c
                    1.5e-3 .5 1. 1.e2 0x1F 12ab 1_000 | number:1.5e-3 number:.5 number:1. number:1.e2 number:0x1F number:12ab number:1_000
                    1..2 0xFE-1 1.e'x' | number:1. number:.2 number:0xFE sign:- number:1 number:1. text:x
                    SELECT -- no 'text' | word:select line_comment:-- no 'text'
                    a /* b /* ' */ */ c | word:a block_comment:/* b /* ' */ */ word:c
                    größe_1 𝒳 a$b $1 $x | word:größe_1 word:𝒳 word:a$b sign:$ number:1 sign:$ word:x
                    'open | text:open
                    "open | quoted_name:open
                    $$it's$$ $a$ $$ $a$ $a$open | text:it's text: $$  text:open
                    E'it\\'s\\n' 'C:\\' | text:it's⏎ text:C:\\
                    a[1] <= b | word:a sign:[ number:1 sign:] sign:< sign:= word:b
                    e-1 | word:e sign:- number:1
                    E'a\\';'⏎ -- '⏎'b\\';' 'c\\' E'd\\'' 'e' | text:a';b'; text:c\\ text:d' text:e
                    'a\\'⏎'b\\' E'c'⏎/**/'d\\' | text:a\\ text:b\\ text:c block_comment:/**/ text:d\\
                    """)
    void readsTokens(String sql, String expected) {
        assertThat(tokens(sql.replace('⏎', '\n'), SqlSyntax.COMMON)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    BACKTICK_OPERATORS | a ` 'b' | word:a sign:` text:b
                    SLASH_COMMENTS     | 1 / 2 //it's | number:1 sign:/ number:2 line_comment://it's
                    SLASH_COMMENTS     | '//' /* // */ a | text:// block_comment:/* // */ word:a
                    """)
    void readsWhatFewDatabasesKnow(Feature feature, String sql, String expected) {
        assertThat(tokens(sql, SqlSyntax.COMMON.with(feature))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    [d e] [a]]b] | quoted_name:d e quoted_name:a]b
                    /* a /* b */ $$ | block_comment:/* a /* b */ sign:$ sign:$
                    """)
    void readsNamesInBrackets(String sql, String expected) {
        assertThat(tokens(sql, BRACKETS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    5--1 #x | number:5 sign:- sign:- number:1 line_comment:#x
                    -- x | line_comment:-- x
                    'it\\'s' "a\\"b" '\\%' `a\\` | text:it's text:a"b text:\\% quoted_name:a\\
                    /*! 1 */ /*M! 2 */ /* 3 */ | executed_comment:/*! 1 */ executed_comment:/*M! 2 */ block_comment:/* 3 */
                    /*!5 '*/' /* */ "*/" */ 1 | executed_comment:/*!5 '*/' /* */ "*/" */ number:1
                    /*!999999 it's */ 1 '/*!5 it's */ 2 | executed_comment:/*!999999 it's */ number:1 text:/*!5 it word:s sign:* sign:/ number:2
                    /*!5 it's */ 1 | executed_comment:/*!5 it's */ number:1
                    """)
    void readsHashComments(String sql, String expected) {
        assertThat(tokens(sql, HASHES)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    q'[it's]' Q'!a!' q'{open | text:it's text:a text:open
                    nq'x' | word:nq text:x
                    """)
    void readsAlternateQuotes(String sql, String expected) {
        assertThat(tokens(sql, ALTERNATE)).isEqualTo(expected);
    }

    @Test
    void aCallerMayKnowMoreLinesThatAreComments() {
        SqlLexer lexer = SqlLexer.ofScript("1\n --end \n2", HASHES, "--end"::equals);

        assertThat(lexer.next().kind()).isEqualTo(SqlToken.Kind.NUMBER);
        assertThat(lexer.next().kind()).isEqualTo(SqlToken.Kind.LINE_COMMENT);
        assertThat(lexer.next().kind()).isEqualTo(SqlToken.Kind.NUMBER);
        assertThat(lexer.next().isEnd()).isTrue();
    }

    @Test
    void tokensCoverAllButWhiteSpaceWhateverTheTextIs() {
        Random random = new Random(7);
        String alphabet = "ab1.'\"`[]()-/*+eEq$! \n,;ß\\U&#";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder sql = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                sql.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (SqlSyntax syntax : List.of(SqlSyntax.COMMON, BRACKETS, HASHES, ALTERNATE)) {
                assertCovers(sql.toString(), syntax);
            }
        }
    }

    private static void assertCovers(String sql, SqlSyntax syntax) {
        SqlLexer lexer = new SqlLexer(sql, syntax);
        int at = 0;
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            assertThat(sql.substring(at, token.start())).as("in %s", sql).isBlank();
            assertThat(token.end()).as("in %s", sql).isGreaterThan(token.start());
            assertThat(sql.startsWith(token.text(), token.start())).isTrue();
            at = token.end();
        }
        assertThat(sql.substring(at)).isBlank();
    }

    private static String tokens(String sql, SqlSyntax syntax) {
        SqlLexer lexer = new SqlLexer(sql, syntax);
        StringBuilder tokens = new StringBuilder();
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            tokens.append(' ').append(token.kind().name().toLowerCase(Locale.ROOT));
            tokens.append(':').append(token.value().replace('\n', '⏎'));
        }
        return tokens.toString().strip();
    }
}
