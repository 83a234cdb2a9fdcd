package org.comity.proof.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.comity.proof.Malformed;
import org.comity.proof.form.FileNames;

/**
 * Reads a ZIP of which every byte is accounted for: entries without gaps, each local header equal to its line in the central directory, so that no two programs can read two different ones.
 */
public final class StrictZip {

    private static final byte[] COMMENT = ("mimetype=" + Container.MIMETYPE).getBytes(UTF_8);
    private static final int END = 22;
    private static final int LINE = 46;
    private static final int HEADER = 30;
    private static final int DESCRIBED_LATER = 8;
    private static final int UTF8_NAME = 0x0800;
    private static final int FLAGS = DESCRIBED_LATER | UTF8_NAME | 0x0006;
    private static final Set<Integer> EXTRAS = Set.of(0x5455, 0x000a, 0x7875);

    private final ByteBuffer zip;
    private final Container.Limits limits;
    private final boolean container;
    private final SequencedMap<String, Part> parts = new LinkedHashMap<>();
    private final Set<String> folded = new HashSet<>();
    private long left;

    /** Where an entry's content lies. */
    private record Part(int method, int data, int stored, int size, int crc) {}

    private StrictZip(ByteBuffer bytes, Container.Limits limits, boolean container) {
        this.zip = bytes.order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
        this.container = container;
        this.left = Math.min(limits.uncompressed(), (long) limits.ratio() * bytes.capacity());
    }

    /** All files of a container. */
    static SequencedMap<String, byte[]> read(byte[] bytes, Container.Limits limits) {
        if (bytes.length > limits.compressed()) {
            throw new Malformed("container-too-large", "%d bytes".formatted(bytes.length));
        }
        var zip = new StrictZip(ByteBuffer.wrap(bytes), limits, true).listed();
        var files = new LinkedHashMap<String, byte[]>();
        for (String each : zip.names()) files.put(each, zip.content(each));
        return files;
    }

    /** An exported thread; what its files hold is read when it is asked for. */
    public static StrictZip bundle(ByteBuffer bytes, Container.Limits limits) {
        return new StrictZip(bytes, limits, false).listed();
    }

    public SequencedSet<String> names() {
        return parts.sequencedKeySet();
    }

    public boolean has(String name) {
        return parts.containsKey(name);
    }

    public int size(String name) {
        return part(name).size;
    }

    public byte[] content(String name) {
        return content(part(name));
    }

    private Part part(String name) {
        var part = parts.get(name);
        if (part == null) throw new IllegalArgumentException(name);
        return part;
    }

    private StrictZip listed() {
        try {
            list();
            return this;
        } catch (IndexOutOfBoundsException e) {
            throw new Malformed("container-zip", "cut off");
        }
    }

    private void list() {
        int end = end();
        int entries = u16(end + 10);
        int line = at(zip.getInt(end + 16));
        want(zip.getInt(end + 4) == 0 && u16(end + 8) == entries, "several disks");
        want((long) line + zip.getInt(end + 12) == end, "gap before the end record");
        if (entries > limits.entries()) {
            throw new Malformed("container-entries", Integer.toString(entries));
        }
        int directory = line;
        int next = 0;
        for (int i = 0; i < entries; i++) {
            want(zip.getInt(line) == 0x02014b50, "central directory");
            next = entry(line, next);
            line += LINE + u16(line + 28) + u16(line + 30);
        }
        want(line == end, "central directory is longer than its entries");
        want(next == directory, "bytes between the entries and the central directory");
    }

    private int end() {
        for (int comment : new int[] {0, COMMENT.length}) {
            int end = zip.capacity() - END - comment;
            if (end >= 0 && zip.getInt(end) == 0x06054b50 && u16(end + 20) == comment) {
                want(comment == 0 || same(end + END, COMMENT), "comment");
                return end;
            }
        }
        throw new Malformed("container-zip", "no end record");
    }

    /** Reads one entry; returns where the next one must begin. */
    private int entry(int line, int start) {
        int flags = u16(line + 8);
        int stored = at(zip.getInt(line + 20));
        int size = at(zip.getInt(line + 24));
        byte[] name = bytes(line + LINE, u16(line + 28));
        int type = zip.getInt(line + 38) >>> 28;
        want((flags & ~FLAGS) == 0 && u16(line + 32) == 0 && u16(line + 34) == 0, "flags, comment or disk");
        boolean folder = !container && size == 0 && name.length > 0 && name[name.length - 1] == '/';
        want(type == 0 || type == 8 || folder && type == 4, "an entry that is no file");
        want(at(zip.getInt(line + 42)) == start && zip.getInt(start) == 0x04034b50, "entries in order, no gaps");
        want(same(start + 6, bytes(line + 8, 8)), "two headers that differ");
        want(u16(start + 26) == name.length && same(start + HEADER, name), "two names for one entry");
        extras(line + LINE + name.length, u16(line + 30));
        extras(start + HEADER + name.length, u16(start + 28));
        boolean later = (flags & DESCRIBED_LATER) != 0;
        want(sizes(start + 14, line + 16, later), "two sizes for one entry");
        if (container && parts.isEmpty()) {
            want(u16(line + 10) == 0 && u16(start + 28) == 0, "the first entry is stored, without extra field");
        }
        int data = start + HEADER + name.length + u16(start + 28);
        want((flags & UTF8_NAME) != 0 || ascii(name), "a name without its character set");
        left -= size;
        if (left < 0) {
            throw new Malformed("container-expands", "more than allowed when unpacked");
        }
        want(data + (long) stored <= zip.capacity(), "cut off");
        // Other programs write a line for each folder; it holds nothing.
        if (!folder) put(new String(name, UTF_8), new Part(u16(line + 10), data, stored, size, zip.getInt(line + 16)));
        return later ? descriptor(data + stored, line + 16) : data + stored;
    }

    private static boolean ascii(byte[] name) {
        for (byte b : name) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean sizes(int header, int line, boolean later) {
        byte[] described = bytes(header, 12);
        return same(line, described) || later && same(header, new byte[12]);
    }

    private int descriptor(int at, int line) {
        int from = zip.getInt(at) == 0x08074b50 ? at + 4 : at;
        want(same(from, bytes(line, 12)), "two sizes for one entry");
        return from + 12;
    }

    private void extras(int at, int length) {
        int end = at + length;
        while (at < end) {
            want(EXTRAS.contains(u16(at)) && at + 4 + u16(at + 2) <= end, "extra field");
            at += 4 + u16(at + 2);
        }
    }

    private byte[] content(Part part) {
        byte[] content = switch (part.method) {
            case 0 -> bytes(part.data, part.stored);
            case 8 -> inflated(bytes(part.data, part.stored), part.size);
            default -> throw new Malformed("container-zip", "method %d".formatted(part.method));
        };
        var sum = new CRC32();
        sum.update(content);
        want(content.length == part.size && (int) sum.getValue() == part.crc, "content and its size or sum differ");
        return content;
    }

    private static byte[] inflated(byte[] stored, int size) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(stored);
            byte[] content = new byte[size];
            int n = 0;
            while (n < size && !inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                n += inflater.inflate(content, n, size - n);
            }
            int more = inflater.inflate(new byte[1]);
            want(n == size && more == 0 && inflater.finished() && inflater.getRemaining() == 0, "compressed data");
            return content;
        } catch (DataFormatException e) {
            throw new Malformed("container-zip", "compressed data");
        } finally {
            inflater.end();
        }
    }

    private void put(String name, Part part) {
        FileNames.check(name);
        if (!folded.add(FileNames.folded(name))) {
            throw new Malformed("container-twice", name);
        }
        parts.put(name, part);
    }

    private int u16(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private static int at(int value) {
        want(value >= 0, "number");
        return value;
    }

    private byte[] bytes(int at, int length) {
        byte[] bytes = new byte[Math.min(length, zip.capacity())];
        zip.get(at, bytes);
        want(bytes.length == length, "cut off");
        return bytes;
    }

    private boolean same(int at, byte[] expected) {
        return java.util.Arrays.equals(bytes(at, expected.length), expected);
    }

    private static void want(boolean holds, String detail) {
        if (!holds) {
            throw new Malformed("container-zip", detail);
        }
    }
}
