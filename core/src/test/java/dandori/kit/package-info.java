/** The contract test kits: every part of ours passes, and each rule catches who breaks it. */
package dandori.kit;
