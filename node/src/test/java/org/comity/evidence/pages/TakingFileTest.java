package org.comity.evidence.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceCases;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.PracticeFaces;
import org.comity.evidence.pages.EvidenceAccess.Within;
import org.comity.evidence.pages.TakingFile.Span;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is said and written down before a file's first byte leaves, and how one ends that breaks off. */
class TakingFileTest {

    private static final Official PIA = new Official("pia", "P. Osei", "XB-1/o-3", Set.of(Duty.CUSTODIAN));
    private static final Within NOT = new Within("", "");
    private static final int SIZE = 1_000_000;
    private static final UUID ID = UUID.fromString("9f5f2a6e-5a53-4a9e-9d53-6f0d0c5fb001");

    private final byte[] plain = random();
    private final List<String> said = new ArrayList<>();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private int damagedAt = Integer.MAX_VALUE;

    @Test
    void it_is_written_down_before_the_first_byte_leaves_and_nothing_is_interpreted_on_the_way() throws Exception {
        take(item("محضر 7.html", false), 0, SIZE, false);

        assertThat(said).containsExactly("leaves items/%s/file  ".formatted(ID), "exported from 0");
        assertThat(response.getContentAsByteArray()).isEqualTo(plain);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/octet-stream");
        assertThat(response.getHeader("Content-Length")).isEqualTo("" + SIZE);
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%D9%85%D8%AD%D8%B6%D8%B1%207.html");
    }

    @Test
    void a_part_that_goes_on_where_a_line_broke_is_on_record_as_that() throws Exception {
        take(item("disk.img", false), 900_000, SIZE, false);

        assertThat(said).endsWith("exported from 900000");
        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(response.getHeader("Content-Range")).isEqualTo("bytes 900000-999999/1000000");
        assertThat(response.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(plain, 900_000, SIZE));
    }

    @Test
    void a_file_that_is_found_damaged_on_its_way_ends_short_of_its_length_and_nothing_follows() throws Exception {
        damagedAt = SIZE - 1;

        take(item("disk.img", false), 0, SIZE, false);

        assertThat(response.getContentAsByteArray())
                .hasSizeLessThan(SIZE)
                .isEqualTo(Arrays.copyOf(plain, response.getContentAsByteArray().length));
        assertThat(response.getHeader("Content-Length")).isEqualTo("" + SIZE);
        assertThat(response.getHeader("Connection")).isEqualTo("close");
    }

    @Test
    void what_is_damaged_at_its_beginning_is_refused_and_nothing_is_written_down() {
        damagedAt = 10;

        refused("damaged", () -> take(item("disk.img", false), 0, SIZE, false));

        assertThat(said).isEmpty();
        assertThat(response.getHeaderNames()).isEmpty();
    }

    @Test
    void what_is_never_shown_leaves_only_when_whoever_takes_it_says_that_they_know() throws Exception {
        refused("sealed-unconfirmed", () -> take(item("never.jpg", true), 0, SIZE, false));
        assertThat(said).isEmpty();

        take(item("never.jpg", true), 0, SIZE, true);

        assertThat(said).endsWith("exported from 0 knowing");
    }

    private void take(Item item, long from, long to, boolean knowing) throws IOException {
        var evidence = PracticeFaces.only(Evidence.class, (what, arguments) -> {
            assertThat(what).isEqualTo("exported");
            assertThat(response.isCommitted()).isFalse();
            assertThat(response.getContentAsByteArray()).isEmpty();
            said.add("exported from " + arguments[1] + ((boolean) arguments[2] ? " knowing" : ""));
            return null;
        });
        var cases = PracticeFaces.only(EvidenceCases.class, (what, arguments) -> switch (what) {
            case "byThread" -> java.util.Optional.of(new Case("t-1", "XB-2026-000001"));
            case "leaves" -> {
                said.add("leaves %s %s %s".formatted(arguments[1], arguments[2], arguments[3]));
                yield null;
            }
            default -> throw new UnsupportedOperationException(what);
        });
        var access = new EvidenceAccess(
                evidence, new StaticListableBeanFactory(Map.of("cases", cases)).getBeanProvider(EvidenceCases.class));
        new TakingFile(evidence, (of, at, length) -> in((int) at, (int) (at + length)), access)
                .take(item, new Span(from, to, SIZE), NOT, knowing, PIA, response);
    }

    /** Whoever reads a damaged chunk gets nothing of it. */
    private InputStream in(int from, int to) {
        return new InputStream() {
            private int at = from;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (at == to) return -1;
                int n = Math.min(Math.min(length, 65_536), to - at);
                if (at + n > damagedAt) throw damaged();
                System.arraycopy(plain, at, into, offset, n);
                at += n;
                return n;
            }
        };
    }

    private static IOException damaged() {
        return new IOException("A chunk is not authentic", new GeneralSecurityException("tag"));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(call)
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence." + code));
    }

    private static Item item(String name, boolean sealedOnly) {
        var manifest = new ItemManifest(
                "00".repeat(32),
                new ItemManifest.Payload("11".repeat(32), SIZE + 1000),
                new ItemManifest.Plain("22".repeat(32), SIZE),
                List.of());
        return new Item(
                ID,
                name,
                "",
                "text/html",
                "t-1",
                null,
                Item.State.MATCHED,
                Instant.EPOCH,
                "pia",
                sealedOnly,
                null,
                manifest);
    }

    private static byte[] random() {
        byte[] bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
