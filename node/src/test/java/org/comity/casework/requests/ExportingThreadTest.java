package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.Digests;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportingThreadTest {

    private static final String THREAD = "0b7e1c52-3f0e-4c53-9a55-000000000001";
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final Threads threads = mock(Threads.class);
    private final Directory directory = mock(Directory.class);
    private final Ledger ledger = mock(Ledger.class);
    private final RequestRow row = mock(RequestRow.class);

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 0", "3, 2", "200, 0", "200, 1", "201, 3", "450, 5"})
    void everything_is_in_it_once_however_long_the_thread(int registered, int unregistered) throws Exception {
        var names = export(registered, unregistered);

        assertThat(names).doesNotHaveDuplicates().hasSize(1 + 2 * registered + unregistered);
        assertThat(names.getFirst()).isEqualTo("thread.json");
        for (int i = 0; i < registered; i++) {
            assertThat(names).contains("register/%06d.json".formatted(i + 1), "acts/" + act(i).id() + ".json");
        }
        verify(ledger).record(null, "thread.exported", THREAD, Map.of("reference", "XA-2027-000001"));
    }

    @Test
    void a_container_that_is_left_goes_out_as_it_was_sealed() throws Exception {
        when(threads.container(act(0).id())).thenReturn(Optional.of(new byte[] {1}));

        assertThat(export(2, 0)).contains("acts/" + act(0).id() + ".asice", "acts/" + act(1).id() + ".json");
    }

    private List<String> export(int registered, int unregistered) throws Exception {
        when(row.thread()).thenReturn(THREAD);
        when(row.reference()).thenReturn("XA-2027-000001");
        var thread = mock(Threads.Thread.class);
        when(thread.id()).thenReturn(THREAD);
        when(thread.weKeep()).thenReturn(true);
        when(threads.find(THREAD)).thenReturn(Optional.of(thread));
        when(threads.entries(anyString(), anyLong())).thenAnswer(call -> entries(registered, call.getArgument(1)));
        when(threads.everyAct(anyString()))
                .thenAnswer(call -> Stream.iterate(
                                acts(registered, unregistered, 0),
                                page -> !page.isEmpty(),
                                page -> page.getLast().n() == null
                                        ? List.of()
                                        : acts(
                                                registered,
                                                unregistered,
                                                page.getLast().n()))
                        .flatMap(List::stream));
        self();
        var out = new ByteArrayOutputStream();
        new ExportingThread(threads, directory, ledger).export(row, null, out);
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private void self() throws Exception {
        var certificate = mock(X509Certificate.class);
        when(certificate.getEncoded()).thenReturn(new byte[] {1});
        when(threads.keepers(THREAD)).thenReturn(List.of(new ThreadBundle.Keeper("XB-1", certificate, 1)));
        when(directory.network()).thenReturn("ab".repeat(32));
    }

    private static List<SignedEntry> entries(int registered, long after) {
        var page = new ArrayList<SignedEntry>();
        for (long n = after + 1; n <= registered && page.size() < 200; n++) {
            page.add(new SignedEntry(
                    new Entry("ab".repeat(32), THREAD, n, "p", "a", "c", NOON, Entry.EFFECTIVE, "s"), "AAAA"));
        }
        return page;
    }

    private static List<KeptAct> acts(int registered, int unregistered, long after) {
        var page = new ArrayList<KeptAct>();
        for (long n = after + 1; n <= registered + unregistered && page.size() < 200; n++) {
            var envelope = act((int) n - 1);
            page.add(new KeptAct(
                    envelope.id(),
                    THREAD,
                    envelope,
                    Map.of(),
                    false,
                    "c",
                    true,
                    NOON,
                    n <= registered ? n : null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        return page;
    }

    private static Envelope act(int i) {
        return new Envelope(
                "ab".repeat(32),
                THREAD,
                "preservation/1",
                "uncc/1",
                "request",
                "XA-1",
                "XB-1",
                "requesting",
                NOON,
                List.of(),
                false,
                Map.of("i", Integer.toString(i)),
                new SaltedHash("s", Digests.sha256()),
                List.of());
    }
}
