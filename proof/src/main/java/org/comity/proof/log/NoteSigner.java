package org.comity.proof.log;

/** Signs notes under one name. */
public interface NoteSigner {

    NoteKey key();

    /** Over the text, its last newline included. */
    byte[] sign(byte[] text);
}
