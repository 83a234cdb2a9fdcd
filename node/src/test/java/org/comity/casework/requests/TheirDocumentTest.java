package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeSeal;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.proof.act.Act;
import org.comity.thread.Threads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** A PDF that the other State made is downloaded under its name; ours is shown. */
class TheirDocumentTest {

    private final Act act = PracticeActs.request("XA-1", "XB-1").act();
    private final Threads threads = mock(Threads.class);
    private final CaseAccessByDuty mayRead = mock(CaseAccessByDuty.class);
    private final RecordedTaking taking = new RecordedTaking(
            threads, mock(ExportingThread.class), mock(UseLimits.class), mayRead, mock(Ledger.class));

    @ParameterizedTest
    @CsvSource({
        "true, act.pdf, inline, act.pdf", "true, act.json, inline, act.json",
        "false, act.pdf, attachment, XA-1-act.pdf", "false, act.json, attachment, XA-1-act.json"
    })
    void ours_is_shown_and_theirs_is_downloaded(boolean ours, String file, String how, String name) throws Exception {
        var row = mock(RequestRow.class);
        var kept = mock(Threads.KeptAct.class);
        when(row.thread()).thenReturn(act.envelope().thread());
        when(row.reference()).thenReturn("XA-2027-000001");
        when(mayRead.row(any(), any())).thenReturn(row);
        when(kept.id()).thenReturn(act.id());
        when(kept.thread()).thenReturn(act.envelope().thread());
        when(kept.envelope()).thenReturn(act.envelope());
        when(kept.ours()).thenReturn(ours);
        when(threads.act(act.id())).thenReturn(Optional.of(kept));
        when(threads.container(act.id())).thenReturn(Optional.of(PracticeSeal.seal("XA-1", act)));
        var response = new MockHttpServletResponse();

        ExportController.write(
                taking.take("XA-2027-000001", "acts/" + act.id() + "/" + file, UseLimits.Confirmed.NOT, null),
                response);

        assertThat(response.getHeader("Content-Disposition"))
                .startsWith(how + ";")
                .contains(name);
    }
}
