/** This node's keys at work: sealed containers, time stamps, age files, signed entries. */
@NullMarked
package org.comity.sealing.seal;

import org.jspecify.annotations.NullMarked;
