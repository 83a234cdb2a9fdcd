package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.DomesticFile;
import org.comity.casework.OrderAlarms;
import org.comity.directory.Directory;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeSeal;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.ui.LivePages;
import org.comity.ui.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document that was passed on for an order. */
class OrderDocumentTest {

    @ParameterizedTest
    @CsvSource({"true, inline, XA-2027-000001.pdf", "false, attachment, XA-1-XA-2027-000001.pdf"})
    void the_magistrate_downloads_what_the_other_state_made(boolean ours, String how, String name) {
        var act = PracticeActs.request("XA-1", "XB-1").act();
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(act.envelope().thread());
        when(row.reference()).thenReturn("XA-2027-000001");
        var access = mock(CaseAccess.class);
        when(access.forOrder(any(), any())).thenReturn(row);
        var opening = mock(Threads.KeptAct.class);
        when(opening.id()).thenReturn(act.id());
        when(opening.ours()).thenReturn(ours);
        when(opening.envelope()).thenReturn(act.envelope());
        var threads = mock(Threads.class);
        when(threads.opening(act.envelope().thread())).thenReturn(Optional.of(opening));
        when(threads.container(act.id())).thenReturn(Optional.of(PracticeSeal.seal("XA-1", act)));
        var ordering = new DecidingOnOrder(
                mock(OrderRows.class),
                mock(Requests.class),
                access,
                threads,
                mock(Directory.class),
                mock(DomesticFile.class),
                mock(Ledger.class),
                mock(Words.class),
                mock(LivePages.class),
                Clock.systemUTC(),
                List::of,
                mock(OrderLengths.class),
                mock(OrderAlarms.class));

        var answer = new OrderController(ordering).document("XA-2027-000001", null);

        assertThat(answer.getHeaders().getContentDisposition().getType()).isEqualTo(how);
        assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo(name);
    }
}
