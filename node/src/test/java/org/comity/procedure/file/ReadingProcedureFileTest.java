package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.convention.LawInconsistent;
import org.comity.procedure.ActField;
import org.comity.procedure.ActRole;
import org.comity.procedure.file.ProcedureFile.Letter;
import org.comity.procedure.form.BodyFields;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A procedure's file is read as it is meant, and one that is wrong is refused by its line and with what to do. */
class ReadingProcedureFileTest {

    private static final String COMMON = """
            acts:
              close:
                - {key: text, type: text}
            roles: {acknowledges: [close], asks-back: [ask]}
            """;

    private static final String FILE = """
            procedure: notice/1
            opens: {act: give, by: requested}
            subject: what
            one-officer: [thank]
            acts:
              give:
                - {key: authority, type: authority}
                - {key: how, type: choice, need: always, options: [whole, part], fact: true}
                - {key: what, type: rows, needed-if: {how: whole}, columns: [name!, note]}
                - {key: emergency, type: emergency}
              thank:
                - {key: what, like: give, need: writing}
                - {key: text, type: text, needed-if: {what: none}}
              close: common
            pages:
              first: [authority, how, what]
            desk:
              order: [thank, close]
              turn: {Given: requesting, Thanked: nobody}
              pace: {Given: request}
            group: exchange
            """;

    @Test
    void every_part_stands_where_it_is_looked_for() {
        var file = read(FILE);

        assertThat(file.law()).isEqualTo("notice");
        assertThat(file.opener()).isEqualTo(Role.REQUESTED);
        assertThat(file.pages()).containsExactly(Map.entry("first", List.of("authority", "how", "what")));
        assertThat(file.turn())
                .containsEntry("Given", Optional.of(Role.REQUESTING))
                .containsEntry("Thanked", Optional.empty());
        assertThat(file.table().of("close")).extracting(ActField::key).containsExactly("text");
        assertThat(file.table().has("give")).as("it has pages of its own").isFalse();
    }

    @Test
    void a_field_like_anothers_has_its_columns_and_its_own_need() {
        var what = read(FILE).field("thank", "what").orElseThrow();

        assertThat(what.columns()).hasSize(2);
        assertThat(what.need()).isEqualTo(ActField.Need.WRITING);
        assertThat(what.condition()).isNull();
    }

    @Test
    void a_field_is_needed_when_the_other_says_so() {
        var what = read(FILE).field("give", "what").orElseThrow();
        var text = read(FILE).field("thank", "text").orElseThrow();

        assertThat(what.always(new BodyFields(Map.of()), Map.of("how", "whole")))
                .isTrue();
        assertThat(what.always(new BodyFields(Map.of("how", "part")), Map.of())).isFalse();
        assertThat(text.always(new BodyFields(Map.of("what", List.of())), Map.of()))
                .isTrue();
        assertThat(text.always(new BodyFields(Map.of("what", List.of(Map.of("name", "a")))), Map.of()))
                .isFalse();
    }

    @Test
    void it_may_follow_one_other_or_several() {
        var one = read(FILE.replace("subject:", "follows: {procedure: parley, need: always}\nsubject:"));
        var two = read(FILE.replace("subject:", "follows: {procedure: [parley, treaty]}\nsubject:"));

        assertThat(one.follows()).isEqualTo(new ProcedureFile.Follows(Set.of("parley"), true, Set.of(), "", Map.of()));
        assertThat(two.follows())
                .isEqualTo(new ProcedureFile.Follows(Set.of("parley", "treaty"), false, Set.of(), "", Map.of()));
        assertThatThrownBy(() -> read(FILE.replace("subject:", "follows: {procedure: []}\nsubject:")))
                .hasMessageContaining("notice/1/procedure.yaml:3: name the procedure that it follows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subject: what | subject: whom | 3: \"whom\" is no field of give",
                "type: authority | type: ministry | 7: \"ministry\" is no type of field",
                "need: always, options | needed: always, options | \"needed\" is not known here",
                "{how: whole} | {how: never} | names no field of this act, or no option of it",
                "{how: whole} | {how: whole, what: none} | 9: one key and one value",
                "close: common | close: shared | 14: \"shared\" is no list of fields",
                "[authority, how, what] | [authority, how] | field \"what\" of give stands on no page",
                "[authority, how, what] | [authority, how, what, how] | stands on another page already",
                "order: [thank, close] | order: [thank] | look for \"close\"",
                "Thanked: nobody | Thanked: whoever | 19: \"whoever\" is not a known role",
                "one-officer: [thank] | one-officer: [thanks] | 4: \"thanks\" is no act of this file",
                "options: [whole, part], fact | options: [whole, whole], fact | needs its options, each once",
                "columns: [name!, note] | columns: [] | columns stand in a field of type rows",
                "what, like: give | when, like: give | 12: give has no field \"when\"",
                "text, type: text, needed | text, type: period, needed | of type period cannot stand in this act",
                "procedure: notice/1 | procedure: notice/2 | is not what its folder is called",
                "subject: what | subject: [what, whom] | 3: \"whom\" is no field of give",
                "fact: true} | fact: true, begins: none} | 8: \"none\" is none of the options",
                "type: authority} | type: authority, lifted-by: emergency} | 7: write emergency, of a field",
                "give, need: writing | give, need: writing, lifted-by: emergency | 12: write emergency, of a field",
                "fact: true} | fact: true, with-file: none} | 8: \"none\" is none of the options",
                "type: text, needed-if: {what: none}} | type: text, promises: all} | 13: write call-back, of a field",
                "how: whole} | how: whole}, promises: call-back | 9: write call-back, of a field",
                "how: whole} | how: whole}, only-then: false | 9: write true, of a field with needed-if",
                "type: authority} | type: authority, only-then: true} | 7: write true, of a field with needed-if",
                "how: whole} | how: whole}, lifted-by: hurry | 9: write emergency, of a field",
                "one-officer: [thank] | letters: {data: [whom]} | 4: \"whom\" is no field of give",
                "one-officer: [thank] | letters: {data: [what], link: [what]} | stands under another letter already",
                "text, type: text, needed | things, type: items, needed | of type items has the key items",
                "pace: {Given: request} | says: [spoke] | \"spoke\" is no act of this file",
            })
    void what_is_wrong_is_told_with_its_line(String right, String wrong, String told) {
        assertThatThrownBy(() -> read(FILE.replace(right, wrong)))
                .isInstanceOf(LawInconsistent.class)
                .hasMessageStartingWith("notice/1/procedure.yaml:")
                .hasMessageContaining(told.replaceFirst("^[0-9]+: ", ""))
                .matches(it -> !told.matches("^[0-9]+: .*")
                        || it.getMessage().contains("yaml:" + told.substring(0, told.indexOf(':')) + ":"));
    }

    @Test
    void what_stands_together_under_a_letter_may_have_a_name_of_its_own() {
        var file = read(
                FILE.replace("one-officer: [thank]", "letters: {authority: [authority, ourCase], data/more: [what]}"));

        assertThat(file.letters())
                .containsExactly(
                        new Letter("authority", "authority", List.of("authority", "ourCase"), Set.of()),
                        new Letter("more", "data", List.of("what"), Set.of()));
    }

    @Test
    void a_need_that_an_emergency_lifts_is_marked() {
        var file = read(FILE.replace("{how: whole}", "{how: whole}, lifted-by: emergency"));

        assertThat(file.field("give", "what").orElseThrow().lifted()).isTrue();
        assertThat(file.field("give", "how").orElseThrow().lifted()).isFalse();
    }

    @Test
    void what_is_asked_only_on_a_condition_stays_away_without_unless_something_stands_there() {
        var file = read(FILE.replace("{how: whole}", "{how: whole}, only-then: true"));
        var field = file.field("give", "what").orElseThrow();

        assertThat(field.isAsked(new BodyFields(Map.of("how", "whole")))).isTrue();
        assertThat(field.isAsked(new BodyFields(Map.of("how", "part")))).isFalse();
        assertThat(field.isAsked(new BodyFields(Map.of("how", "part", "what", List.of(Map.of("name", "disk"))))))
                .isTrue();
        assertThat(file.field("give", "how").orElseThrow().isAsked(new BodyFields(Map.of())))
                .isTrue();
    }

    /** Whatever words a procedure uses: code that asks for a mark knows none of them. */
    @Test
    void what_says_that_a_file_goes_along_and_what_promises_a_call_is_marked() {
        var marks = new FiledMarks(read(FILE.replace("fact: true}", "fact: true, with-file: part}")
                .replace("needed-if: {what: none}}", "promises: call-back}")));

        assertThat(marks.saysFile("give", Map.of("how", "part"))).isTrue();
        assertThat(marks.saysFile("give", Map.of("how", "whole"))).isFalse();
        assertThat(marks.saysFile("thank", Map.of("text", "part"))).isFalse();
        assertThat(marks.promisesCall("thank")).contains("text");
        assertThat(marks.promisesCall("close")).isEmpty();
    }

    @Test
    void what_names_the_custodian_and_what_asks_to_pass_on_is_marked() {
        var marks = new FiledMarks(read(FILE.replace("fact: true}", "fact: true, passes-on: whole}")
                .replace("- {key: emergency", "- {key: holder, type: line, names: custodian}\n    - {key: emergency")
                .replace("how, what]", "how, what, holder]")));

        assertThat(marks.custodian(Map.of("holder", "Example Mail"))).isEqualTo("Example Mail");
        assertThat(marks.custodian(Map.of())).isEmpty();
        assertThat(marks.asksToPassOn("give", Map.of("how", "whole"))).isTrue();
        assertThat(marks.asksToPassOn("give", Map.of("how", "part"))).isFalse();
        assertThatThrownBy(() -> read(FILE.replace("fact: true}", "fact: true, names: custodian}")))
                .hasMessageContaining("8: write custodian, of a field of type line or text");
    }

    /** Those of common.yaml where the file has such an act, and its own. */
    @Test
    void acts_are_found_by_what_they_are_for() {
        var marks = new FiledMarks(read(FILE.replace("pages:", "roles: {carries-out: [thank]}\npages:")));

        assertThat(marks.acts(ActRole.ACKNOWLEDGES)).containsExactly("close");
        assertThat(marks.acts(ActRole.CARRIES_OUT)).containsExactly("thank");
        assertThat(marks.acts(ActRole.ASKS_BACK)).isEmpty();
        assertThat(ActRole.ACKNOWLEDGES.key()).isEqualTo("A");
        assertThatThrownBy(() -> read(FILE.replace("pages:", "roles: {carries-out: [thanks]}\npages:")))
                .hasMessageContaining("15: \"thanks\" is no act of this file: name one");
        assertThatThrownBy(() -> read(FILE.replace("pages:", "roles: {carries: [thank]}\npages:")))
                .hasMessageContaining("15: \"carries\" is not known here");
    }

    @Test
    void what_it_follows_may_have_to_stand_somewhere() {
        var text = FILE.replace(
                "subject:",
                "follows: {procedure: night-watch, only: {night-watch: {in: [Over], unless: {verdict: fine}}}}\nsubject:");
        var watch = MadeUpJoint.file(MadeUp.text(MadeUpJoint.FOLDER.resolve("procedure.yaml")));

        ReadingFollows.check(read(text), List.of(watch));
        for (var wrong : Map.of(
                        "[Over]", "[Ended]",
                        "verdict: fine", "verdict: good",
                        "only: {night-watch", "only: {parley")
                .entrySet()) {
            assertThatThrownBy(() ->
                            ReadingFollows.check(read(text.replace(wrong.getKey(), wrong.getValue())), List.of(watch)))
                    .isInstanceOf(LawInconsistent.class)
                    .hasMessageContaining("notice/1/procedure.yaml");
        }
    }

    private static ProcedureFile read(String text) {
        return ReadingProcedureFile.read(COMMON, "notice/1/procedure.yaml", text, null);
    }
}
