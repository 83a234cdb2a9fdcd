package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.TwoNodes.chair;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a preservation to a request for legal assistance, between two real nodes, each with a browser of its own language and width. */
@ExtendWith(TwoNodes.class)
class AssistanceStoryIT {

    @ParameterizedTest
    @MethodSource("org.comity.StoryIT#desks")
    void a_preservation_becomes_a_request_and_the_data_are_held(Reader ours, Reader asked) {
        try (var officer = chair(1, "duty-officer", ours);
                var second = chair(1, "second-officer", ours);
                var lawyer = chair(1, "lawyer", ours);
                var theirs = chair(2, "duty-officer", asked);
                var theirSecond = chair(2, "second-officer", asked);
                var theirLawyer = chair(2, "lawyer", asked);
                var custodian = chair(2, "custodian", asked)) {
            officer.open("/requests/new/assistance");
            officer.press("button[value=continue]", "assistance-state");
            assertThat(officer.has(".problems")).as("a State must be chosen").isTrue();
            anotherTreatyAndACall(officer);
            var preservation = Programs.preserved(Duration.ofDays(90));

            Asking.turn(officer, preservation);
            var reference = Asking.send(officer, second, lawyer);

            officer.waitFor("/requests/" + reference, ".reg .seal");
            assertThat(officer.has("#follows a[href$='" + preservation + "']")).isTrue();
            officer.open("/requests/" + preservation);
            assertThat(officer.has("#follows a[href$='" + reference + "']")).isTrue();

            theirLawyer.waitFor("/requests/" + reference, "form[action$='/hold-followed'] button");
            assertThat(theirLawyer.has("#follows a[href$='" + preservation + "']"))
                    .isTrue();
            theirLawyer.press("form[action$='/hold-followed'] button", "hold-approve");
            theirSecond.open(theirLawyer.path(), "hold-approve-second");
            theirSecond.press("button[name=method][value=practice]", "hold-thread");
            theirLawyer.open("/requests/" + reference);
            assertThat(theirLawyer.has("form[action$='/hold-followed']")).isFalse();
            officer.waitForText("/requests/" + preservation, reference);

            var answering = new Answering(reference, lawyer, second, theirs, theirSecond, custodian);
            answering.questionsAndConditions();
            answering.executionAndDelivery();
            answering.useAndEnd();

            for (var path :
                    new String[] {"/desk", "/requests", "/reporting/register", "/articles/procedures/assistance"}) {
                lawyer.open(path);
            }
            lawyer.open("/requests/" + reference);
            lawyer.press("#retention summary", "legal-hold-form");
            lawyer.fillIn("#retention", "why", "Case 14/26 of the court of Velin");
            lawyer.press("#retention form[action$='/legal-hold'] button");
            lawyer.press("#retention form[action$='/legal-hold/end'] button");
            assertThat(lawyer.has("#retention form[action$='/legal-hold/end']")).isFalse();
            lawyer.open("/requests/" + reference + "/record");
            assertThat(lawyer.has(".note.green")).as(lawyer.text()).isTrue();
        }
    }

    private static void anotherTreatyAndACall(SeatedChair officer) {
        officer.choose("counterpart", "XD-1");
        officer.tick("instrument", "other");
        officer.tick("phonedFirst", "yes");
        officer.press("button[value=continue]", "assistance-phoned");
        assertThat(officer.has("#f-call input[name='call.date']"))
                .as(officer.text())
                .isTrue();
        assertThat(officer.has("input[name=offences]"))
                .as("no article of the Convention is claimed")
                .isFalse();
        officer.fill("call.date", "2026-11-20");
        officer.fill("call.time", "08:30");
        officer.fill("callWith", "Officer on duty");
        officer.press("button[value=continue]");
        officer.open(officer.path().replaceFirst("/[a-z]+$", "/state?check=true"), "assistance-basis");
        assertThat(officer.has(".problems")).as("the basis must be named").isTrue();
        officer.tick("basisKind", "bilateral");
        officer.fill("basis", "Treaty of 3 May 2011");
        officer.press("button[value=continue]");
    }
}
