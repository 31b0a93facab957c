// Package history reads versions of stories out of git.
//
// [Open] finds the repository of a folder of stories. A version stands on a
// [Side]: a commit, the index or the work tree. [Repo.Range] reads what a user
// writes for two of them, [Repo.Changes] lists the stories in which they differ,
// renamed ones together with their former names, and [Repo.Histories] tells all
// revisions of all stories. [Repo.Contents] gives the text of any of it.
//
// It asks the git program, plumbing commands alone, in a way that neither the
// settings of the user nor variables of the environment change what they answer,
// that runs no program a repository names, writes nothing and goes to no network.
// Whatever the number of stories, at most four processes are started. Paths and
// revisions of users reach git by standard input or behind what ends its options.
//
// The variables GIT_DIR and GIT_WORK_TREE are not heeded: the repository is the
// one that the folder lies in. GIT_INDEX_FILE is, where it names an index of that
// repository: so git tells a hook which index is to be committed.
package history
