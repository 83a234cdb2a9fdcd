package org.comity.bench.tamper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Holds a ZIP's entries in their order; names may come twice. */
record ZipArchive(List<Map.Entry<String, byte[]>> entries) {

    static ZipArchive of(Map<String, byte[]> files) {
        return new ZipArchive(new ArrayList<>(files.entrySet().stream()
                .map(it -> Map.entry(it.getKey(), it.getValue()))
                .toList()));
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            // ZipOutputStream refuses a name twice: another of the same length takes its place, and is renamed in the
            // bytes.
            for (int i = 0; i < entries.size(); i++) {
                zip.putNextEntry(
                        new ZipEntry(twice(i) ? mark(i) : entries.get(i).getKey()));
                zip.write(entries.get(i).getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = out.toByteArray();
        for (int i = 0; i < entries.size(); i++) {
            if (twice(i))
                replace(bytes, mark(i).getBytes(), entries.get(i).getKey().getBytes());
        }
        return bytes;
    }

    private boolean twice(int at) {
        return entries.subList(0, at).stream()
                .anyMatch(it -> it.getKey().equals(entries.get(at).getKey()));
    }

    private String mark(int at) {
        var name = entries.get(at).getKey();
        return "~".repeat(name.length());
    }

    private static void replace(byte[] bytes, byte[] what, byte[] with) {
        for (int at = 0; at + what.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + what.length, what, 0, what.length)) {
                System.arraycopy(with, 0, bytes, at, with.length);
            }
        }
    }

    /** What an ordinary program reads. */
    static List<String> read(byte[] bytes) {
        var all = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                all.add(each.getName() + " " + org.comity.proof.form.Digests.sha256(zip.readAllBytes()));
            }
            return all;
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
