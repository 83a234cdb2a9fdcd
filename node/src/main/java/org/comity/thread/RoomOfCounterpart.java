package org.comity.thread;

/** Measures how much of this node's store a counterpart takes up with what it sent. */
public interface RoomOfCounterpart {

    Usage of(String counterpart);

    /**
     * @param open threads that it opened and that have not ended
     * @param bytes of its sealed acts, in threads of either side
     */
    record Usage(long open, long bytes) {}
}
