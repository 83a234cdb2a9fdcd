package org.comity.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Files from outside, at their limits. */
class ReadingSpreadsheetTest {

    private final ReadingSpreadsheet sheets = new ReadingSpreadsheet(
            new PaperLimits(DataSize.ofBytes(8), 1000, DataSize.ofBytes(1000), DataSize.ofBytes(5000), 2));

    @Test
    void quotes_semicolons_and_a_byte_order_mark() {
        assertThat(sheets.read("\ufeffa;b\r\n\"x;\"\"y\"\"\";2\r\n".getBytes(UTF_8)))
                .containsExactly(java.util.List.of("a", "b"), java.util.List.of("x;\"y\"", "2"));
    }

    @Test
    void the_largest_file_that_passes_and_the_smallest_that_fails() {
        assertThat(sheets.read("a".repeat(1000).getBytes(UTF_8))).hasSize(1);
        refused("paper.file-size", "a".repeat(1001).getBytes(UTF_8));
        refused("paper.file-size", new byte[0]);
    }

    @Test
    void a_zip_that_swells_is_refused_before_it_is_parsed() throws IOException {
        refused("paper.file-type", zip(5000));
        refused("paper.file-size", zip(5001));
    }

    @Test
    void a_scan_is_known_by_its_first_bytes() {
        assertThat(Scan.of("%PDF-1.7".getBytes(UTF_8)).name()).isEqualTo("scan.pdf");
        assertThat(Scan.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}).mediaType())
                .isEqualTo("image/jpeg");
        assertThatExceptionOfType(PaperRefused.class)
                .isThrownBy(() -> Scan.of("<svg>".getBytes(UTF_8)))
                .satisfies(it -> assertThat(it.code()).isEqualTo("paper.file-type"));
    }

    private void refused(String code, byte[] content) {
        assertThatExceptionOfType(PaperRefused.class)
                .isThrownBy(() -> sheets.read(content))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private static byte[] zip(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }
}
