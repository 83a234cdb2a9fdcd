package org.comity.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.directory.Directory;
import org.comity.directory.EntryRefused;
import org.comity.directory.ProvenDecisions;
import org.comity.ui.PagesForTests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** What of a Secretariat's node is open to everybody, and who admits there. */
class SecretariatDoorTest {

    private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");

    private final CollatingSubmissions collating = mock(CollatingSubmissions.class);
    private final ProvenDecisions decisions = mock(ProvenDecisions.class);
    private final ShowingDirectory showing = mock(ShowingDirectory.class);
    private final Directory directory = mock(Directory.class, RETURNS_DEEP_STUBS);
    private final AdmissionsController page = new AdmissionsController(showing, collating, decisions, directory);

    @ParameterizedTest
    @CsvSource({
        "GET, /directory/root, true",
        "GET, /directory/list, true",
        "GET, /directory/entries/XA-1/2, true",
        "GET, /directory/revocations, true",
        "POST, /directory/entries, true",
        "POST, /directory/revocations, true",
        "GET, /directory, false",
        "GET, /directory/XA-1, false",
        "POST, /directory/bring, false",
        "POST, /directory/XA-1/keep, false",
        "POST, /directory/us/approve, false",
        "GET, /admissions, false"
    })
    void what_is_signed_is_open_and_no_page_beside_it(String method, String path, boolean open) {
        var request = new MockHttpServletRequest(method, path);

        assertThat(SecretariatConfiguration.door().matches(request)).isEqualTo(open);
    }

    @Test
    void officers_admit_and_whoever_only_oversees_does_not() {
        var officer = new Official("amsel", "P. Amsel", "XS-1/o-1", Set.of(Duty.DUTY_OFFICER));
        var overseer = new Official("doran", "Y. Doran", "XS-1/o-2", Set.of(Duty.OVERSIGHT));

        // Who gives accounts to people would be as many officers as they like, also with an officer's duty beside it.
        var administrator =
                new Official("brandel", "T. Brandel", "XS-1/o-3", Set.of(Duty.ADMINISTRATOR, Duty.SECOND_OFFICER));

        for (var by : new Official[] {overseer, administrator}) {
            for (Runnable each : new Runnable[] {
                () -> page.admit("XA-1", "ab", Map.of(), by),
                () -> page.refuse(
                        "XA-1",
                        "ab",
                        Map.of("why-ab", "Unknown."),
                        by,
                        new MockHttpServletResponse(),
                        new ExtendedModelMap()),
                () -> page.reopen("XA-1", "ab", by)
            }) {
                assertThatExceptionOfType(RuleBroken.class).isThrownBy(each::run);
            }
        }
        verifyNoInteractions(collating);

        page.admit("XA-1", "ab", Map.of(), officer);
        verifyNoInteractions(collating);
        var decision = ArgumentCaptor.forClass(Runnable.class);
        verify(decisions).decide(eq(officer), any(), any(), decision.capture());
        decision.getValue().run();
        verify(collating).admit("XA-1", "ab", officer);
    }

    /** A thousand characters are not typed twice. */
    @ParameterizedTest
    @CsvSource({
        "no-reason, ab, ' value=\"Too long.\"', f-why-ab-problem",
        "not-waiting, cd, <span dir=\"auto\">Too long.</span>, This reason was not kept"
    })
    void what_was_typed_against_an_entry_stands_beside_what_is_wrong(
            String reason, String waits, String typed, String told) {
        var officer = new Official("amsel", "P. Amsel", "XS-1/o-1", Set.of(Duty.DUTY_OFFICER));
        doThrow(new EntryRefused(reason, "XA-1")).when(collating).refuse("XA-1", "ab", "Too long.", officer);
        when(showing.view(any(), eq(true), eq(false), eq(true))).thenReturn(waiting(waits));
        var response = new MockHttpServletResponse();
        var model = new ExtendedModelMap();

        assertThat(page.refuse("XA-1", "ab", Map.of("why-ab", "Too long."), officer, response, model))
                .isEqualTo("operator/directory");
        assertThat(response.getStatus()).isEqualTo(422);
        var drawn = new StringOutput();
        model.addAttribute("page", PagesForTests.withForms("en", NOON, officer));
        TemplateEngine.createPrecompiled(ContentType.Html).render("operator/directory.jte", model, drawn);
        assertThat(drawn.toString()).contains("role=\"alert\"", typed, told);
    }

    private static OperatorView waiting(String hash) {
        var row = new OperatorView.Row("XA-1", "XA", Map.of("en", "Averne"), "", 1, hash, NOON, null, "court");
        return new OperatorView(
                "A network",
                "ab",
                1,
                NOON,
                NOON,
                List.of(),
                List.of(row),
                List.of(),
                Map.of(),
                true,
                false,
                true,
                null);
    }
}
