package org.comity.evidence.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Stores payloads and headers; what is in it is sealed. Deleted is only what was given up before it was whole, a header that
 * nobody was given, and what an act declares destroyed.
 */
public interface Vault {

    /** A place for a new item, with the headers that wrap its key for this node and for recovery, each by its hash. */
    void begin(UUID item, Map<String, byte[]> headers) throws IOException;

    /** The payload of an item that is being added, open for reading and writing. */
    FileChannel payload(UUID item) throws IOException;

    /** What {@link #mark} kept last; empty if nothing was. */
    Optional<byte[]> marked(UUID item) throws IOException;

    /** A note on how far an item that is being added has come, for whoever goes on. It ends with {@link #keep}. */
    void mark(UUID item, byte[] mark) throws IOException;

    /** All of an item that was given up goes: headers, payload, mark. Again changes nothing. */
    void remove(UUID item) throws IOException;

    /**
     * All of an item goes, wherever it is kept: wrapped keys, payload, manifest, and what of it is on its way to another
     * store. Again changes nothing.
     *
     * @throws IOException if not everything is gone, or nobody can tell: it is to be tried again
     */
    void destroy(UUID item) throws IOException;

    /** How it stands with what goes on from here to another store; empty where everything stays. */
    default Optional<HandingOn> handingOn() {
        return Optional.empty();
    }

    /**
     * @param failed items that are whole and could not be handed on when it was tried last
     * @param away the store did not answer, so that the rest was not tried
     */
    record HandingOn(int failed, boolean away) {}

    /** How many bytes of the payload of an item that is being added are stored. */
    long stored(UUID item) throws IOException;

    /** Bytes that can still be added. */
    long room() throws IOException;

    /** Bytes of the whole disk on which that room is. */
    long disk() throws IOException;

    /** The headers that lie with an item, by their hash, wherever it is. */
    Map<String, byte[]> headers(UUID item) throws IOException;

    /** One more header for an item that is kept. */
    void header(UUID item, byte[] header) throws IOException;

    /** That header goes. Again changes nothing. */
    void removeHeader(UUID item, String hash) throws IOException;

    /** The manifest is put beside the payload, and the whole is moved to where it stays. */
    void keep(UUID item, byte[] manifest) throws IOException;

    /** The manifest of an item that is kept; empty while it is being added. */
    Optional<byte[]> manifest(UUID item) throws IOException;

    /**
     * How many bytes the payload of an item that is kept has.
     *
     * @throws java.nio.file.NoSuchFileException if it is not there; any other {@link IOException} if the vault does not
     *     answer, or nothing at all is in it
     */
    long size(UUID item) throws IOException;

    /**
     * The payload of an item that is kept, for reading from any place.
     *
     * @throws java.nio.file.NoSuchFileException as {@link #size}
     */
    SeekableByteChannel kept(UUID item) throws IOException;

    boolean holds(UUID item);

    /**
     * What lies here whose name begins with these two letters, being added or kept: by name, where, relative to the vault.
     * Names need not be an item's.
     */
    SortedMap<String, String> folders(String letters) throws IOException;

    /** What lies where no item's folder would, relative to the vault. At most 1,000. */
    List<String> foreign() throws IOException;
}
