package org.comity.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.register.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** A page of a consultation reads the files of its newest comparison, however many were begun before. */
class ReceivedStepsTest {

    private final Threads threads = mock(Threads.class);

    @Test
    void of_offers_that_were_begun_anew_no_container_is_read() {
        var thread = mock(Threads.Thread.class);
        when(thread.ourRole()).thenReturn(Role.REQUESTING);
        when(threads.find("t")).thenReturn(Optional.of(thread));
        var offers = IntStream.range(0, 50).mapToObj(ReceivedStepsTest::offer).toList();
        when(threads.everyAct("t")).thenAnswer(_ -> offers.stream());
        when(threads.container(anyString())).thenReturn(Optional.empty());

        assertThat(new ReceivedSteps(threads).newest("t")).hasSize(1);

        verify(threads).container(any());
        verify(threads, never()).container(offers.getFirst().id());
    }

    private static KeptAct offer(int n) {
        var body = Map.<String, Object>of("step", "offer", "count", "1", "text", "n " + n);
        var file = new byte[] {'{', '}'};
        var envelope = new Envelope(
                "network",
                "t",
                "consultation/1",
                "uncc/1",
                ReceivedSteps.ACT,
                "XB-1",
                "XA-1",
                "requested",
                Instant.EPOCH.plusSeconds(n),
                List.of(),
                false,
                Map.of(),
                SaltedHash.of(CanonicalJson.write(body)),
                List.of(Attachment.of("comparison-1.json", "application/json", file)));
        var act = mock(KeptAct.class);
        when(act.id()).thenReturn(envelope.id());
        when(act.envelope()).thenReturn(envelope);
        when(act.body()).thenReturn(body);
        when(act.bodyKept()).thenReturn(true);
        when(act.effect()).thenReturn(Entry.EFFECTIVE);
        return act;
    }
}
