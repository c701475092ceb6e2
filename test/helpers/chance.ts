import fc from 'fast-check'

// Property tests draw the same cases every time, so that a red run can be repeated and a green one stays green;
// `TEST_SEED=$RANDOM npm test` goes looking for new ones.
fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? 20190305) })
