package org.comity.thread;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.KeptAct;

/** Finds the joint threads of an authority for which we speak in them, or spoke (R102). */
public interface JointThreadsAtUs {

    /** In order of their ids, so many at most: those in which it is a party now, or asked to be one. */
    List<Joint> now(String authority, int most);

    /** Whether there are others in which it was a party, or asked to be one. */
    boolean past(String authority);

    /** In order of their ids, at most 200 after this one: those in which it is or was a party, or was asked to be one. */
    List<Joint> all(String authority, String after);

    /** The acts with which the registers of these threads begin, by thread; nothing of one whose register is not here. */
    Map<String, KeptAct> openings(Collection<String> threads);
}
