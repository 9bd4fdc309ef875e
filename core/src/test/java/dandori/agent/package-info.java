/** Runs by steps: equal to runs of policies where they decide the same, and paid as said. */
package dandori.agent;
