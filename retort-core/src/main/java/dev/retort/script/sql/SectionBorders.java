package dev.retort.script.sql;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.source.SourceText;
import dev.retort.sql.ClientCommand;
import dev.retort.sql.RoutineBody;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntaxes;
import dev.retort.sql.SqlToken;
import java.util.List;
import java.util.Set;

/**
 * Refuses a line that begins a section in the middle of a statement, a body or a comment: the parts before and after it would run as
 * something that nobody wrote.
 */
final class SectionBorders {

    /** Words that continue a statement and do not begin one. */
    private static final Set<String> GOING_ON = Set.of(
            "and",
            "as",
            "cascade",
            "cross",
            "else",
            "fetch",
            "from",
            "group",
            "having",
            "inner",
            "intersect",
            "into",
            "join",
            "left",
            "limit",
            "on",
            "or",
            "order",
            "outer",
            "references",
            "restrict",
            "returning",
            "right",
            "then",
            "union",
            "using",
            "when",
            "where");

    private static final Set<String> GOING_ON_SIGNS = Set.of(")", ",", "=", "||", "+", "*", "/", ".");

    /** How a section ends. */
    private enum End {
        COMPLETE,
        WITHOUT_SEMICOLON,
        ENCLOSED
    }

    private final SourceText source;
    private final List<SqlSection> sections;
    private final SqlSyntaxes syntaxes;

    SectionBorders(SourceText source, List<SqlSection> sections, SqlSyntaxes syntaxes) {
        this.source = source;
        this.sections = sections;
        this.syntaxes = syntaxes;
    }

    /**
     * Checks that a section begins and ends between statements.
     *
     * @param database the database that runs it
     * @throws ScriptException if the section, or the next one, begins in the middle of something
     */
    void require(SqlSection chosen, String database) {
        SqlSyntax syntax = syntaxes.of(database);
        int index = sections.indexOf(chosen);
        refuseGoingOn(chosen, syntax);
        if (index + 1 < sections.size()
                && goesOn(first(sections.get(index + 1), syntax), syntax)
                && end(source, chosen, syntax) != End.COMPLETE) {
            refuseGoingOn(sections.get(index + 1), syntax);
        }
        if (index > 0 && beginsInside(sections.get(index - 1), database)) {
            throw beginsInside(source.name(), chosen);
        }
    }

    /**
     * Checks only that a section begins with what a statement may begin with.
     *
     * @param database the database that runs it
     * @throws ScriptException if it does not
     */
    void requireThatItBegins(SqlSection section, String database) {
        refuseGoingOn(section, syntaxes.of(database));
    }

    /** The refusal of a section that begins before something is closed. */
    static ScriptException beginsInside(String name, SqlSection section) {
        return refusal(
                name,
                section,
                "begins inside something that the section before it opens, such as a comment, quotes or a body");
    }

    /** Whether a section names databases, and not this one. */
    static boolean isForOthers(SqlSection section, String database) {
        return !section.databases().isEmpty() && !section.databases().contains(database);
    }

    /** Whether the end of a section, which begins with a statement, ends inside something. */
    static boolean endsInside(SourceText end, SqlSyntax syntax) {
        SqlSection all = new SqlSection(
                SqlMarker.Kind.UPGRADE,
                List.of(),
                end.firstLine(),
                0,
                end.text().length());
        return end(end, all, syntax) == End.ENCLOSED;
    }

    /** Whether another section for this database ends inside something, and is complete to no database. */
    private boolean beginsInside(SqlSection before, String database) {
        return !isForOthers(before, database)
                && end(source, before, syntaxes.of(database)) == End.ENCLOSED
                && syntaxes.names().stream().noneMatch(name -> end(source, before, syntaxes.of(name)) == End.COMPLETE);
    }

    private void refuseGoingOn(SqlSection section, SqlSyntax syntax) {
        SqlToken first = first(section, syntax);
        if (goesOn(first, syntax)) {
            throw refusal(source.name(), section, "cuts a statement: '" + first.text() + "' begins none");
        }
    }

    private SqlToken first(SqlSection section, SqlSyntax syntax) {
        return lexer(source, section, syntax).nextBeyondComments();
    }

    /** Whether a token begins no statement; one that begins a client's command is refused as that. */
    private boolean goesOn(SqlToken first, SqlSyntax syntax) {
        return (GOING_ON.contains(first.word()) || GOING_ON_SIGNS.contains(first.text()))
                && ClientCommand.at(source.text(), first, true, syntax).isEmpty();
    }

    private static ScriptException refusal(String name, SqlSection section, String why) {
        return new ScriptException(
                "The section '-- " + section.kind().words() + "' " + why + ".",
                new SourcePosition(name, section.line()),
                Enclosure.WAY_OUT,
                null);
    }

    private static SqlLexer lexer(SourceText source, SqlSection section, SqlSyntax syntax) {
        SqlLexer lexer = SqlMarker.lexer(source.text().substring(0, section.end()), syntax);
        lexer.moveTo(section.start());
        return lexer;
    }

    /** The rows of a COPY are no statement, and who reads them finds their end. */
    private static End end(SourceText source, SqlSection section, SqlSyntax syntax) {
        SqlLexer lexer = lexer(source, section, syntax);
        RoutineBody body = new RoutineBody(syntax);
        boolean pending = false;
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (!token.closed()) {
                return End.ENCLOSED;
            }
            if (token.isComment()) {
                continue;
            }
            if (!pending && token.is("copy")) {
                return End.COMPLETE;
            }
            body.accept(token);
            pending = !(token.isForClient() || (lexer.endsStatement(token) && !body.isOpen()));
            if (!pending) {
                body = new RoutineBody(syntax);
            }
        }
        return body.isOpen() ? End.ENCLOSED : pending ? End.WITHOUT_SEMICOLON : End.COMPLETE;
    }
}
