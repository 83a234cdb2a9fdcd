package org.comity.practice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** Makes the scan of a made-up letter: one page of PDF with its lines. */
final class ScannedLetter {

    private ScannedLetter() {}

    static byte[] pdf(String lines) {
        var text = new StringBuilder("BT /F1 12 Tf 72 760 Td 18 TL\n");
        lines.lines().forEach(it -> text.append("(%s) '\n".formatted(it.replaceAll("([\\\\()])", "\\\\$1"))));
        text.append("ET");
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length %d >>\nstream\n%s\nendstream".formatted(text.length(), text),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>");
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new ArrayList<Integer>();
        for (int n = 0; n < objects.size(); n++) {
            places.add(file.length());
            file.append("%d 0 obj\n%s\nendobj\n".formatted(n + 1, objects.get(n)));
        }
        int table = file.length();
        file.append("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
        places.forEach(it -> file.append("%010d 00000 n \n".formatted(it)));
        file.append(
                "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(objects.size() + 1, table));
        return file.toString().getBytes(ISO_8859_1);
    }
}
