package org.comity.exchange;

/** A peer's directory has our sequence but another hash: one of us was shown something else. A person must look. */
public record DirectoryDiffers(String peer, long sequence, String theirHash, String ourHash) {}
