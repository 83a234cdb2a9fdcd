package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.casework.acts.AwaitingAssurances.NotAssured;
import org.comity.casework.acts.RequiringTwoReaders.NotRead;
import org.comity.identity.ApprovalForm;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** What our State asks first is said where the act was written, not on a page of its own. */
class HeldBackTest {

    static final List<RuleBroken> HELD = List.of(new NotAssured("fair-trial"), new NotRead("safeguards.first-reader"));

    @ParameterizedTest
    @FieldSource("HELD")
    void it_leads_back_to_the_preview(RuleBroken held) {
        var drafts = mock(Drafts.class);
        var official = mock(Official.class);
        when(drafts.submit(any(), anyLong(), any())).thenThrow(held);
        when(drafts.get("d1")).thenReturn(mock(Draft.class));
        var controller = new DraftController(
                drafts, mock(), mock(), mock(CaseAccess.class), mock(), mock(), mock(), mock(), mock(), mock());
        var redirect = new RedirectAttributesModelMap();

        assertThat(controller.submit("d1", 3, "", official, redirect)).isEqualTo("redirect:/drafts/d1/preview");

        assertThat(redirect.getFlashAttributes().get("flash")).isEqualTo(Flash.warned("safeguards.held-back"));
    }

    /** Where one officer suffices, the page of the act submits by itself. */
    @ParameterizedTest
    @FieldSource("HELD")
    void it_leads_there_where_no_second_officer_is_asked(RuleBroken held) {
        var drafts = mock(Drafts.class);
        var writing = mock(WritingAct.class);
        var signing = mock(SigningShownActs.class);
        var saved = mock(Draft.class);
        when(saved.id()).thenReturn("d1");
        when(writing.row(any(), any(), any(), any())).thenReturn(mock(RequestRow.class));
        when(writing.save(any(), any(), any(), anyLong(), any(), any())).thenReturn(saved);
        when(writing.problems(any(), any(), any())).thenReturn(FormProblems.NONE);
        when(signing.alone(any(), any())).thenReturn(true);
        when(drafts.submit(any(), anyLong(), any())).thenThrow(held);
        var controller =
                new ActController(writing, drafts, mock(CaseAccess.class), mock(), mock(), mock(), mock(), signing);
        var redirect = new RedirectAttributesModelMap();

        var to = controller.save(
                "XA-1", "deliver", null, 0, "preview", new LinkedMultiValueMap<>(), mock(Official.class), redirect);

        assertThat(to).isEqualTo("redirect:/drafts/d1/preview");
        assertThat(redirect.getFlashAttributes().get("flash")).isEqualTo(Flash.warned("safeguards.held-back"));
    }

    /** Where it is written, shown and signed on one page. */
    @ParameterizedTest
    @FieldSource("HELD")
    void it_leads_there_where_it_was_to_be_signed_on_its_page(RuleBroken held) {
        var drafts = mock(Drafts.class);
        var writing = mock(WritingAct.class);
        var signing = mock(SigningShownActs.class);
        var kept = mock(Draft.class);
        when(kept.status()).thenReturn(Draft.Status.WRITING);
        when(drafts.get("d1")).thenReturn(kept);
        when(writing.row(any(), any(), any(), any())).thenReturn(mock(RequestRow.class));
        when(writing.says(any(), any())).thenReturn(true);
        when(writing.problems(any(), any(), any())).thenReturn(FormProblems.NONE);
        when(signing.sign(any(), any(), any(), any())).thenThrow(held);
        var controller = new ShownActController(writing, mock(), signing, drafts, mock(), mock(CaseAccess.class));
        var redirect = new RedirectAttributesModelMap();

        var to = controller.sign(
                "XA-1",
                "answer",
                "d1",
                0,
                new ApprovalForm("a", "practice", "", "", ""),
                new LinkedMultiValueMap<>(),
                mock(Official.class),
                mock(),
                Locale.ENGLISH,
                redirect);

        assertThat(to).isEqualTo("redirect:/drafts/d1/preview");
        assertThat(redirect.getFlashAttributes().get("flash")).isEqualTo(Flash.warned("safeguards.held-back"));
    }
}
